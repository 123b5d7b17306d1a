package org.mingzhang.query.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A grid as a file, in the place of a page: the same address with {@code format}, so that whoever may see the one may
 * take the other, and exactly what is filtered is taken.
 *
 * <p>Rows go out as they are written; a file of many thousands of them needs no more memory than the page. A client that
 * leaves while {@link SlowRows} are looked for is noticed within seconds.
 *
 * @param subject what the file's name begins with, such as the budget
 */
public record GridFile<R>(Grid<R> grid, String subject, Iterable<R> rows, GridFormat format) implements View {
    @Override
    public String getContentType() {
        return format.type().toString();
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale locale = RequestContextUtils.getLocale(request);
        MessageSource words = RequestContextUtils.findWebApplicationContext(request);
        if (words == null) {
            throw new IllegalStateException("a grid is only written in answer to a request");
        }
        UnaryOperator<String> said = key -> key.isEmpty() ? "" : words.getMessage(key, null, locale);
        response.setContentType(getContentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(subject + "-" + said.apply(grid.name())));
        // What somebody may see differs from person to person.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        write(response.getOutputStream(), said);
    }

    /** Where it goes into another file; XLSX closes what it writes to. */
    public void write(OutputStream out, UnaryOperator<String> words) throws IOException {
        if (!(rows instanceof SlowRows<R> slow)) {
            written(out, words);
            return;
        }
        HeldBack held = new HeldBack(out, System::nanoTime);
        Iterable<R> beating = () -> slow.iterator(held::beat);
        try {
            new GridFile<>(grid, subject, beating, format).written(held, words);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause()); // nobody takes it any more, which is no error of the rows
        }
        held.finish();
    }

    private void written(OutputStream out, UnaryOperator<String> words) throws IOException {
        switch (format) {
            case XLSX -> new GridXlsx(words).write(out, this);
            case CSV -> new GridCsv(words).write(out, this);
        }
    }

    /** With the name in Chinese as RFC 5987 has it. */
    private String disposition(String name) {
        return ContentDisposition.attachment()
                .filename(name + "." + format.extension(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
