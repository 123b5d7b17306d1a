package org.mingzhang.kernel.policy;

/**
 * Why somebody submits a document although it reaches a limit; stored with the document.
 *
 * @param rule name of the limit
 */
public record Acknowledgement(String rule, String text) {}
