package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** One request for a command and its answer. */
final class ApiExchange {
    static final String KEY = "Idempotency-Key";

    /** The part of a request with files that says what is asked, as JSON. */
    private static final String DOCUMENT = "document";

    private static final Logger LOG = LoggerFactory.getLogger(ApiExchange.class);

    /** A batch of some 100,000 lines; more comes as a workbook. */
    static final int LARGEST_BODY = 32 * 1024 * 1024;

    private static final Pattern KEY_TEXT = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern VERSION = Pattern.compile("\"(-?\\d{1,18})\"");

    private final CommandDoor door;
    private final SentFiles files;
    private final HttpServletRequest request;
    private final byte[] body;
    private final List<UploadedFile> workbook;
    private final ApiAnswers answers;

    private ApiExchange(
            CommandDoor door,
            SentFiles files,
            HttpServletRequest request,
            byte[] body,
            List<UploadedFile> workbook,
            ApiAnswers answers) {
        this.door = door;
        this.files = files;
        this.request = request;
        this.body = body;
        this.workbook = workbook;
        this.answers = answers;
    }

    /** A command that is about to be read, to a budget or to funds. */
    record Call(String command, String stream, Sent.Group sent, boolean creates) {}

    static ApiExchange of(CommandDoor door, SentFiles files, HttpServletRequest request, ApiAnswers answers)
            throws IOException {
        return new ApiExchange(door, files, request, body(request), SentWorkbook.files(request), answers);
    }

    /** The whole body, or the part beside the files. */
    static byte[] body(HttpServletRequest request) throws IOException {
        MultipartHttpServletRequest upload = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (upload == null) {
            return request.getInputStream().readNBytes(LARGEST_BODY + 1);
        }
        MultipartFile part = upload.getFile(DOCUMENT);
        return part == null
                ? Optional.ofNullable(upload.getParameter(DOCUMENT)).orElse("").getBytes(StandardCharsets.UTF_8)
                : part.getBytes();
    }

    ResponseEntity<Object> answer(Function<Sent.Group, Call> calling) {
        if (body.length > LARGEST_BODY) {
            return answers.tooLarge(LARGEST_BODY);
        }
        try {
            return answer(calling.apply(sent()));
        } catch (UnreadableFields e) {
            return answers.unreadable(e);
        } catch (InvalidValueException e) {
            return answers.unreadable(e);
        } catch (LogUnavailableException e) {
            LOG.error("a command could not be recorded", e);
            return answers.unavailable();
        }
    }

    /** A text of the body that has to be there to know what is asked. */
    static String text(Sent.Group sent, String name) {
        if (sent.members().get(name) instanceof Sent.Text(String text)) {
            return text;
        }
        throw new InvalidValueException("request.field-missing", name);
    }

    private Sent.Group sent() {
        return request.getMethod().equals("DELETE")
                ? SentForm.read(request.getParameterMap())
                : SentWorkbook.with(SentJson.read(body), workbook);
    }

    private ResponseEntity<Object> answer(Call call) {
        String key = key(request);
        OptionalLong version = version(request);
        LedgerCommand command =
                files.take(request, call.stream()).with(door.read(call.command(), call.stream(), call.sent(), true));
        return answers.of(command, door.hand(command, key, version, Origin.Channel.API), call.creates());
    }

    /** By which a repetition is told from a second request. */
    static String key(HttpServletRequest request) {
        String key = Optional.ofNullable(request.getHeader(KEY))
                .orElseGet(() -> Identities.next().toString());
        if (!isKey(key)) {
            throw new InvalidValueException("request.key-unfit", key);
        }
        return key;
    }

    /** Visible characters, because the key is stored beside the answer and shown in logs. */
    static boolean isKey(String text) {
        return KEY_TEXT.matcher(text).matches();
    }

    /** The version in If-Match, of whatever the address is about. */
    static OptionalLong version(HttpServletRequest request) {
        String text =
                Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH)).orElse("*");
        if (text.equals("*")) {
            return OptionalLong.empty();
        }
        Matcher version = VERSION.matcher(text);
        if (!version.matches()) {
            throw new InvalidValueException("request.version-unfit", text);
        }
        return OptionalLong.of(Long.parseLong(version.group(1)));
    }
}
