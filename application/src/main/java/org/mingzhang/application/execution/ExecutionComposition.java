package org.mingzhang.application.execution;

import org.mingzhang.command.attachments.AttachmentShelf;
import org.mingzhang.query.execution.AttachmentContents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the reading side what the deciding side keeps. */
@Configuration(proxyBeanMethods = false)
class ExecutionComposition {
    @Bean
    AttachmentContents attachmentContents(AttachmentShelf shelf) {
        return (budget, sha256) ->
                shelf.read(budget, sha256).map(found -> new AttachmentContents.Content(found.bytes(), found.actual()));
    }
}
