/**
 * Adjustments that somebody is still writing: kept outside the ledger, for whoever writes them alone.
 *
 * <p>A draft is what the form says, complete or not; nobody has decided on it and no number is given. Two tabs on one draft
 * never lose each other's work: whoever saves later is told what the other has changed.
 *
 * <p>Decision: what keeps a draft from being submitted is said whenever it is saved or shown, and does not keep it from being
 * saved. A program that sends what no document could say (a kind that there is not, an amount that is none) is refused, because
 * it will not mend it; a person's form is saved as it stands, because typing must not be lost.
 *
 * <p>Decision: a draft says itself which document it is to be. One that names a {@code project} beside its other fields changes
 * that approved project and is written on in its form; all others, those of before among them, are plain adjustments. What a
 * 冲销 says is two fields and has no draft; a 划转 is a plain adjustment and has.
 */
@NullMarked
package org.mingzhang.command.drafts;

import org.jspecify.annotations.NullMarked;
