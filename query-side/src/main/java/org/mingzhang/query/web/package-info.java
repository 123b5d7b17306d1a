/**
 * The pages that people read: public ones for everybody, and the working pages of those who are signed in.
 *
 * <p>A page is made of what {@link org.mingzhang.query.facts.ReadableBudgets} lets the visitor see, and of nothing else,
 * so that what is not released is absent and not merely hidden. Forms post to the command side by URL; this package
 * never imports it. Every page works without JavaScript, and no page carries script or style in itself, because the
 * content security policy forbids both.
 */
@NullMarked
package org.mingzhang.query.web;

import org.jspecify.annotations.NullMarked;
