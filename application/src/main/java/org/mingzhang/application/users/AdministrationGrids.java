package org.mingzhang.application.users;

import java.util.List;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridCell;
import org.mingzhang.query.export.GridColumn;

/** Accounts, delegations, tokens and what was recorded of them, as files. */
final class AdministrationGrids {
    private static final int WIDE = 40;

    static final Grid<Account> ACCOUNTS = new Grid<>(
            "users.title",
            List.of(
                    GridColumn.code("sign-in.login", Account::login),
                    GridColumn.text("users.name", Account::displayName),
                    new GridColumn<>("users.roles", WIDE, AdministrationGrids::roles),
                    new GridColumn<>(
                            "users.scope",
                            WIDE,
                            account -> account.scope().isEmpty()
                                    ? new GridCell.Words("users.scope-all")
                                    : new GridCell.Text(account.scope())),
                    new GridColumn<>(
                            "users.years",
                            WIDE,
                            account -> account.years().all()
                                    ? new GridCell.Words("users.years-all")
                                    : new GridCell.Text(account.years().toString())),
                    GridColumn.words("users.state", account -> account.enabled() ? "users.enabled" : "users.disabled"),
                    GridColumn.words("users.demo", account -> account.demo() ? "users.demo" : "")));

    static final Grid<AdministrationPage.Shown> RECORD = new Grid<>(
            "administration.title",
            List.of(
                    GridColumn.count("administration.position", AdministrationPage.Shown::position),
                    GridColumn.text("administration.at", AdministrationPage.Shown::at),
                    GridColumn.code("administration.who", AdministrationPage.Shown::who),
                    GridColumn.text("administration.what", AdministrationPage.Shown::what),
                    GridColumn.code("administration.where", AdministrationPage.Shown::address)));

    static final Grid<DelegationPages.Shown> DELEGATIONS = new Grid<>(
            "delegation.title",
            List.of(
                    GridColumn.code("delegation.person", DelegationPages.Shown::other),
                    GridColumn.code("sign-in.login", DelegationPages.Shown::login),
                    GridColumn.words(
                            "delegation.role", one -> "role." + one.of().role().name()),
                    GridColumn.day("delegation.first-day", one -> one.of().firstDay()),
                    GridColumn.day("delegation.last-day", one -> one.of().lastDay()),
                    GridColumn.text("delegation.reason", one -> one.of().reason()),
                    GridColumn.words("users.state", one -> "delegation." + one.state())));

    private AdministrationGrids() {}

    private static GridCell roles(Account account) {
        List<String> keys = account.roles().stream()
                .sorted()
                .map(role -> "role." + role.name())
                .toList();
        return new GridCell.AllWords(keys.isEmpty() ? List.of("users.no-role") : keys);
    }
}
