package org.mingzhang.command.budget;

import java.util.Optional;
import org.mingzhang.kernel.value.Attachment;

/**
 * A file as it was sent with a command.
 *
 * @param problem what the examination of its bytes found, which the decider never sees; empty when it may be taken
 */
public record OfferedFile(Attachment file, Optional<Refusal> problem) {}
