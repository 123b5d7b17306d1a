package org.mingzhang.application.pages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.mingzhang.command.intake.book.UploadedFile;

/** Files as a browser sends them. */
public final class Upload {
    private final String boundary;
    private final byte[] body;

    private Upload(String boundary, byte[] body) {
        this.boundary = boundary;
        this.body = body;
    }

    byte[] body() {
        return body;
    }

    public static Upload of(List<UploadedFile> files) {
        return of("files", files);
    }

    /** @param field its name in the form */
    public static Upload of(String field, List<UploadedFile> files) {
        return of(Map.of(), field, files);
    }

    /** Files beside the fields of a form. */
    public static Upload of(Map<String, String> fields, List<UploadedFile> files) {
        return of(fields, "files", files);
    }

    /** The same under another name. */
    public static Upload of(Map<String, String> fields, String part, List<UploadedFile> files) {
        String boundary = "mingzhang-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        for (UploadedFile file : files) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                            + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return new Upload(boundary, body.toByteArray());
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }
}
