/**
 * The files that come with adjustments: examined by their content, kept beside the log, named in it by their hash.
 *
 * <p>They lie in tables of the database and not in a folder, because several nodes share the database anyway, a dump of it
 * then holds everything that the log names, and a file is durable before an event can name it. What no event names is a
 * working paper and goes after some days; whether one does is asked of the budget itself, so that nothing that was
 * submitted is ever removed. Each reading compares the hash.
 */
@NullMarked
package org.mingzhang.command.attachments;

import org.jspecify.annotations.NullMarked;
