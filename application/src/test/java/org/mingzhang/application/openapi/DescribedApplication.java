package org.mingzhang.application.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.mingzhang.application.PeopleOverHttp;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

/** The sample with somebody for each of some roles, whose login is the role's name, and what it says of its API. */
record DescribedApplication(RunningApplication application, JsonNode description) {
    /** @param scopes of the roles that somebody has; blank for everything */
    static DescribedApplication start(Path data, Map<Role, String> scopes) throws IOException {
        RunningApplication application = RunningApplication.start(data, true);
        AccountDirectory directory = application.context().getBean(AccountDirectory.class);
        scopes.forEach((role, scope) -> directory.create(
                new NewAccount(role.name(), role.label(), Set.of(role), scope), PeopleOverHttp.PASSWORD));
        JsonNode description = new ObjectMapper()
                .readTree(new Browsing(application.address())
                        .program("/v3/api-docs")
                        .body());
        return new DescribedApplication(application, description);
    }
}
