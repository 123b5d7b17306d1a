package org.mingzhang.kernel.value;

import java.util.Optional;

/**
 * Money from which supplements may come, as its document says; how much there is stands in its movements.
 *
 * @param name such as 2025年市级预备费
 * @param purpose for what it may be spent, in words; empty when it is not bound
 * @param function lines that draw on it stand under this 类, 款 or 项; empty when any may
 * @param project lines that draw on it belong to this project; empty when any may
 * @param matchingRequired whether the division has to add money of its own, so that drawing on it is a revision of the
 *     budget (预算法 art. 71)
 * @param measuredBy the general-budget expenditure of which a reserve is 1 to 3 per cent (预算法 art. 40); empty when it
 *     was not said
 * @param basis the document it rests on: budget, approval or the superior's 文号
 */
public record FundsSource(
        SupplementSource kind,
        String name,
        FundType fund,
        String purpose,
        Optional<FunctionCode> function,
        Optional<ProjectCode> project,
        boolean matchingRequired,
        Optional<Amount> measuredBy,
        Basis basis) {
    public FundsSource {
        Texts.required("funds.name", name, 200);
        Texts.optional("funds.purpose", purpose, 500);
        if (matchingRequired && kind != SupplementSource.TRANSFER) {
            throw new InvalidValueException("funds.matching-without-transfer", kind.label());
        }
        if (measuredBy.isPresent() && kind != SupplementSource.RESERVE) {
            throw new InvalidValueException("funds.measured-without-reserve", kind.label());
        }
    }

    /** Said anew; kind, fund and what it is bound to stay. */
    public FundsSource corrected(String otherName, String otherPurpose, Basis otherBasis) {
        return new FundsSource(
                kind, otherName, fund, otherPurpose, function, project, matchingRequired, measuredBy, otherBasis);
    }

    /** Whether money of that classification serves the purpose that the source is bound to. */
    public boolean serves(Classification.Expenditure money) {
        boolean function = this.function
                .filter(bound -> !money.function().value().startsWith(bound.value()))
                .isEmpty();
        boolean project = this.project
                .filter(bound -> !money.project().equals(Optional.of(bound)))
                .isEmpty();
        return function && project;
    }

    /** Whether its money has to stay with a purpose (预算法 art. 93(5)). */
    public boolean keepsPurpose() {
        return kind == SupplementSource.TRANSFER && (function.isPresent() || project.isPresent());
    }
}
