package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.intake.AdjustmentRows;
import org.mingzhang.command.intake.book.BookReader;
import org.mingzhang.command.intake.book.Limits;
import org.mingzhang.command.intake.book.Progress;
import org.mingzhang.command.intake.book.UnreadableBook;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.InvalidValueException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** The lines of an adjustment as a workbook, the part {@code workbook} of a form or beside a document in JSON. */
final class SentWorkbook {
    static final String PART = "workbook";

    private static final List<String> ROWS = List.of("from", "to");

    private SentWorkbook() {}

    /** Nothing when the request came without a part for it. */
    static List<UploadedFile> files(HttpServletRequest request) throws IOException {
        MultipartHttpServletRequest upload = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<UploadedFile> uploaded = new ArrayList<>();
        for (MultipartFile file : upload == null ? List.<MultipartFile>of() : upload.getFiles(PART)) {
            String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            uploaded.add(new UploadedFile(name, file.getBytes()));
        }
        return uploaded;
    }

    /** Fields of the rows by their names in the form; refuses with {@link UnreadableBook}. */
    static Map<String, String> fields(List<UploadedFile> files) {
        return AdjustmentRows.fields(new BookReader(Limits.usual()).read(files, Progress.NONE));
    }

    /**
     * The document with the rows of the workbook, if there is one. A document that says lines of its own as well is refused:
     * nobody could tell which of the two were meant.
     */
    static Sent.Group with(Sent.Group document, List<UploadedFile> files) {
        if (files.isEmpty()) {
            return document;
        }
        if (ROWS.stream().anyMatch(document.members()::containsKey)) {
            throw new InvalidValueException(
                    "request.rows-twice", files.getFirst().name());
        }
        try {
            Map<String, String[]> rows = new LinkedHashMap<>();
            fields(files).forEach((name, value) -> rows.put(name, new String[] {value}));
            Map<String, Sent> members = new LinkedHashMap<>(document.members());
            members.putAll(SentForm.read(rows).members());
            return new Sent.Group(members);
        } catch (UnreadableBook e) {
            throw new InvalidValueException(e.rule(), e.text());
        }
    }
}
