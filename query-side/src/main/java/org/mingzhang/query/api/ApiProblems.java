package org.mingzhang.query.api;

import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What cannot be read is said as {@code application/problem+json}; only here, because pages are for people. */
@RestControllerAdvice(basePackageClasses = BudgetApi.class)
class ApiProblems extends ResponseEntityExceptionHandler {}
