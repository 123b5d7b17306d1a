/**
 * Performance as pages, files and JSON: what was asked for, seen by whoever asks (the public what was released), with links to
 * where each number comes from.
 */
@NullMarked
package org.mingzhang.query.performance.pages;

import org.jspecify.annotations.NullMarked;
