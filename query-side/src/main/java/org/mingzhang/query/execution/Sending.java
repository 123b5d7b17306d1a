package org.mingzhang.query.execution;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** A document as a program sends it: JSON, or its part {@code document} beside a workbook of its lines and its files. */
public final class Sending {
    private static final int LARGEST = 32 * 1024 * 1024;

    private final byte[] json;
    private final List<Sheet> workbook;
    private final boolean withFiles;

    private Sending(byte[] json, List<Sheet> workbook, boolean withFiles) {
        this.json = json;
        this.workbook = List.copyOf(workbook);
        this.withFiles = withFiles;
    }

    /** A file of a workbook; the bytes are not copied, because there may be many. */
    public static final class Sheet {
        private final String name;
        private final byte[] content;

        Sheet(String name, byte[] content) {
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

    static Sending of(HttpServletRequest request) throws IOException {
        MultipartHttpServletRequest upload = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (upload == null) {
            return new Sending(request.getInputStream().readNBytes(LARGEST), List.of(), false);
        }
        List<Sheet> sheets = new ArrayList<>();
        for (MultipartFile file : upload.getFiles("workbook")) {
            sheets.add(new Sheet(named(file), file.getBytes()));
        }
        boolean files =
                upload.getFiles("files").stream().anyMatch(file -> !named(file).isEmpty());
        return new Sending(document(upload), sheets, files);
    }

    private static byte[] document(MultipartHttpServletRequest upload) throws IOException {
        MultipartFile part = upload.getFile("document");
        return part == null
                ? Optional.ofNullable(upload.getParameter("document"))
                        .orElse("")
                        .getBytes(StandardCharsets.UTF_8)
                : part.getBytes();
    }

    private static String named(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename()).orElse("");
    }

    public byte[] json() {
        return json;
    }

    public List<Sheet> workbook() {
        return workbook;
    }

    /** Whether files would come with it, so that its content may be in them. */
    public boolean withFiles() {
        return withFiles;
    }
}
