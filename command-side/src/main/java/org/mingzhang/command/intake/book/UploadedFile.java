package org.mingzhang.command.intake.book;

/** A file as it was sent; its bytes are not copied, because there may be many. */
public final class UploadedFile {
    private final String name;
    private final byte[] content;

    public UploadedFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    public String name() {
        return name;
    }

    public byte[] content() {
        return content;
    }
}
