package org.mingzhang.kernel.value;

/**
 * A file that belongs to a document, known by its content; the bytes lie outside the log.
 *
 * @param name as whoever sent it called it, without any folder
 * @param mediaType told from the content, not from the name
 * @param size in bytes
 * @param sha256 of the bytes, in 64 lower-case hexadecimal digits
 */
public record Attachment(String name, String mediaType, long size, String sha256) {}
