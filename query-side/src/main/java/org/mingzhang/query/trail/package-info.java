/**
 * The audit trail (审计轨迹): everything that was handed in, decided, administered or read before it was public, as
 * sentences and as a table, found by what it is about and by the words that people typed.
 *
 * <p>Decisions. What an entry says is told from the event itself, so that it cannot say anything else; the read tables
 * hold no words but only postings, a number for each thing that may be asked for with the positions where it is found,
 * as {@link org.mingzhang.query.trail.TrailTerms} makes them. Words are found by their pairs of characters, because
 * Chinese has no blanks and neither database has an index for it without extensions. A question takes the rarest of its
 * terms, walks its positions from the newest and asks the others about these, then looks at the events themselves: what
 * is shown fits in any case, and the index may only ever be too generous. One page looks at so many positions and no
 * more; when little fits, it says how far it has looked and goes on from there. What money an event moves is told with
 * what the line or source stood at before and after, from the facts at the position before: for a page by one sum for each
 * budget, for a file going back along the postings, so that each is read once however long the file is.
 *
 * <p>A document is asked for by its number or title, or by its id ({@code 411200-103-2025/3}). Its steps that name neither, and
 * what was tried with it and refused, are found with it, because entries are kept under the adjustment that they belong to
 * ({@link org.mingzhang.query.trail.NamedDocument}). Postings from before that are made again by themselves at the first
 * start ({@code TrailFeed.VERSION}); until that is done the page says how far it finds.
 */
@NullMarked
package org.mingzhang.query.trail;

import org.jspecify.annotations.NullMarked;
