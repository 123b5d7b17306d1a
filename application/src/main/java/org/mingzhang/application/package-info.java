/** The one runnable jar: it puts the two sides together and adds nothing of the domain. */
@NullMarked
package org.mingzhang.application;

import org.jspecify.annotations.NullMarked;
