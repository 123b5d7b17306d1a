package org.mingzhang.command.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.mingzhang.command.words.RefusalWords;
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

    @ExceptionHandler({MultipartException.class, MissingServletRequestPartException.class})
    Object refused(Exception refused, HttpServletRequest request, Locale locale) {
        boolean tooLarge = refused instanceof MaxUploadSizeExceededException;
        LOG.info("an upload to {} was refused: {}", request.getRequestURI(), refused.getMessage());
        String rule = tooLarge ? "book.too-large" : "book.empty";
        String words = RefusalWords.in(locale).ofRule(rule, LIMIT);
        if (request.getRequestURI().startsWith("/api/")) {
            HttpStatus status = tooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words);
            problem.setProperty("errors", List.of(new ImportAnswer.Fault("", 0, "", "", rule, words)));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put("refused", words);
        return "redirect:" + request.getRequestURI().replaceFirst("/(review|effect|drafts|preview)$", "");
    }
}
