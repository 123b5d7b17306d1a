/**
 * The HTTP door for commands: JSON under {@code /api}, form posts of the pages under {@code /prepare} and {@code
 * /publish}.
 *
 * <p>Both read the same named fields into the same commands; a field that cannot be read is named together with all
 * others that cannot. Who acts comes from {@link org.mingzhang.command.web.CurrentActor}, the business day from the
 * clock in Asia/Shanghai, and what is published from {@link org.mingzhang.command.web.RenderedTables}: never from the
 * request. The reasons for empty tables go into that rendering before it is hashed, because they are printed in the
 * tables: the digest is taken over what the public will read, so that the public can take it again. Refusals are answers, not errors: {@code application/problem+json} for the API, a redirect back to the form
 * with the words and everything typed for the pages.
 */
@NullMarked
package org.mingzhang.command.web;

import org.jspecify.annotations.NullMarked;
