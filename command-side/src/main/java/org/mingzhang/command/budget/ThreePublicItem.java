package org.mingzhang.command.budget;

import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FundType;

/**
 * The "three publics" (三公经费), basic and project money alike (tables.md, table 8): general public budget money
 * appropriated this year, by the departmental economic code.
 */
public enum ThreePublicItem {
    OVERSEAS_TRAVEL("因公出国（境）费"),
    VEHICLES("公务用车购置及运行费"),
    HOSPITALITY("公务接待费");

    private final String label;

    ThreePublicItem(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The item that money of this classification counts under; empty for all other money. */
    static Optional<ThreePublicItem> of(Classification.Expenditure money) {
        boolean counted = money.fund() == FundType.GENERAL_PUBLIC && money.appropriated();
        return counted ? ofCode(money.deptEconomic().value()) : Optional.empty();
    }

    private static Optional<ThreePublicItem> ofCode(String deptEconomicCode) {
        return switch (deptEconomicCode) {
            case "30212" -> Optional.of(OVERSEAS_TRAVEL);
            case "31013", "30913", "30231" -> Optional.of(VEHICLES);
            case "30217" -> Optional.of(HOSPITALITY);
            default -> Optional.empty();
        };
    }

    Amount in(Ceiling ceiling) {
        return switch (this) {
            case OVERSEAS_TRAVEL -> ceiling.overseasTravel();
            case VEHICLES -> ceiling.vehicles();
            case HOSPITALITY -> ceiling.hospitality();
        };
    }
}
