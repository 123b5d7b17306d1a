package org.mingzhang.query.trail;

import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers programs with problem details (RFC 9457), as the rest of the reading API does. */
@RestControllerAdvice(assignableTypes = TrailApi.class)
class TrailProblems extends ResponseEntityExceptionHandler {}
