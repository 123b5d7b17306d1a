package org.mingzhang.kernel.value;

import java.time.LocalDate;

/**
 * A document on which a decision rests (依据): its number (文号), title, issuer and date.
 *
 * @param invented whether number and date were made up because the source does not give them; shown wherever printed
 */
public record Basis(String documentNumber, String title, String issuer, LocalDate date, boolean invented) {
    public Basis {
        Texts.required("basis.number", documentNumber, 100);
        Texts.required("basis.title", title, 300);
        Texts.required("basis.issuer", issuer, 200);
    }
}
