package org.mingzhang.command.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.command.attachments.AttachmentLimits;
import org.mingzhang.command.web.CommandDoor;
import org.mingzhang.command.web.SentFiles;
import org.mingzhang.command.words.RefusalWords;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Uploads that are too large or no uploads at all: said in words, on the page or as a problem document. */
@ControllerAdvice
class UploadRefused {
    private static final Logger LOG = LoggerFactory.getLogger(UploadRefused.class);
    private static final String LIMIT = "64 MB";
    private static final Pattern BUDGET =
            Pattern.compile("/(?:prepare|execute|publish|api/budgets|api/execution)/(\\d{6}-\\d{3}-\\d{4})/.*");
    private static final Pattern WITH_FILES = Pattern.compile(".*/(adjustments|adjustment)(/.*)?");

    private final CommandDoor door;
    private final SentFiles files;

    UploadRefused(CommandDoor door, SentFiles files) {
        this.door = door;
        this.files = files;
    }

    @ExceptionHandler({MultipartException.class, MissingServletRequestPartException.class})
    Object refused(Exception refused, HttpServletRequest request, Locale locale) {
        boolean tooLarge = refused instanceof MaxUploadSizeExceededException;
        LOG.info("an upload to {} was refused: {}", request.getRequestURI(), refused.getMessage());
        String address = request.getRequestURI();
        boolean withFiles = tooLarge && WITH_FILES.matcher(address).matches();
        String rule = withFiles ? "files.too-large" : tooLarge ? "book.too-large" : "book.empty";
        String words = withFiles
                ? RefusalWords.in(locale).ofRequest("request.files-too-large", limits())
                : RefusalWords.in(locale).ofRule(rule, LIMIT);
        if (tooLarge) {
            record(address);
        }
        if (address.startsWith("/api/")) {
            HttpStatus status = tooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words);
            problem.setProperty("key", rule);
            problem.setProperty("errors", List.of(ImportAnswer.Fault.ofFile(rule, words)));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put("refused", words);
        return "redirect:" + page(address);
    }

    /** The page with the form, or the one above it: where a form is sent is not always a page. */
    static String page(String address) {
        return address.replaceFirst("/adjustments/(drafts|preview|targets|workbook)$", "/adjustments/new")
                .replaceFirst("(/adjustments/\\d+)/(review|effect|return|rejection|withdrawal|reversal)$", "$1")
                .replaceFirst("(/import/[^/]+)/(mend|record|discard)$", "$1")
                .replaceFirst("(/prepare/[^/]+)/(units|projects|lines|revenue)/(revise|remove|targets)$", "$1/$2")
                .replaceFirst("(/prepare/[^/]+)/lines$", "$1");
    }

    private Map<String, String> limits() {
        AttachmentLimits most = files.limits();
        return Map.of("each", (most.largest() >> 20) + " MB", "most", Integer.toString(most.most()), "together", LIMIT);
    }

    private void record(String address) {
        Matcher budget = BUDGET.matcher(address);
        if (!budget.matches()) {
            return;
        }
        try {
            Origin.Channel channel = address.startsWith("/api/") ? Origin.Channel.API : Origin.Channel.PAGE;
            door.thrownAway(BudgetId.parse(budget.group(1)), address, LIMIT, channel);
        } catch (LogUnavailableException e) {
            LOG.error("that an upload was too large could not be recorded", e);
        }
    }
}
