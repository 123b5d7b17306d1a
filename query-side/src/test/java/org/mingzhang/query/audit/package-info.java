@NullMarked
package org.mingzhang.query.audit;

import org.jspecify.annotations.NullMarked;
