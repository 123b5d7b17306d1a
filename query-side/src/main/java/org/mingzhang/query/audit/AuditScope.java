package org.mingzhang.query.audit;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Visitor;
import org.springframework.stereotype.Component;

/**
 * Which parts of the log the auditor who asks may take away: all of it only with rights that know no limit, because it
 * holds every budget and every account.
 */
@Component
public class AuditScope {
    private static final Pattern POLICY = Pattern.compile("\\d{6}-(?:policy|crosswalk)");
    private static final Pattern BESIDE = Pattern.compile("-(?:submissions|reads)$");
    private static final int END_OF_DIVISION = 6;

    private final CurrentVisitor visitors;

    AuditScope(CurrentVisitor visitors) {
        this.visitors = visitors;
    }

    public boolean isAuditor() {
        return auditor().isPresent();
    }

    /** The name of a stream as it was asked for; what is none is no budget either. */
    public String stream(String text) {
        boolean other = FundsId.isOne(text) || POLICY.matcher(text).matches();
        return other ? text : BudgetId.parse(text).toString();
    }

    /** Whether whoever asks is an auditor of everything. */
    public boolean isWhole() {
        return auditor()
                .filter(visitor -> visitor.scope().isEmpty() && visitor.years().all())
                .isPresent();
    }

    /** Whether a stream, or what was handed in about it or read of it, is wholly within the rights of the auditor who asks. */
    public boolean covers(String stream) {
        String about = BESIDE.matcher(stream).replaceFirst("");
        return isWhole() || auditor().filter(visitor -> covers(visitor, about)).isPresent();
    }

    /** The division or department that all rights of the auditor are within; empty where they are limited otherwise. */
    public Optional<String> within() {
        return auditor().map(Visitor::scope).filter(scope -> !scope.isEmpty());
    }

    private Optional<Visitor> auditor() {
        return visitors.visitor().filter(visitor -> visitor.is(Role.AUDITOR));
    }

    private static boolean covers(Visitor visitor, String about) {
        if (FundsId.isOne(about)) {
            return visitor.covers(FundsId.parse(about));
        }
        if (POLICY.matcher(about).matches()) {
            return visitor.scope().isEmpty() || visitor.scope().equals(about.substring(0, END_OF_DIVISION));
        }
        // whoever sees one unit of a budget does not see the stream of all
        return visitor.unit().isEmpty() && budget(about).filter(visitor::covers).isPresent();
    }

    /** Of the name of a stream; empty for those that are no budget's. */
    private static Optional<BudgetId> budget(String about) {
        try {
            return Optional.of(BudgetId.parse(about));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
