/** The description of the API is complete, and its examples run. */
@NullMarked
package org.mingzhang.application.openapi;

import org.jspecify.annotations.NullMarked;
