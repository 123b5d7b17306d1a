package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.command.attachments.AttachmentLimits;
import org.mingzhang.command.attachments.AttachmentShelf;
import org.mingzhang.command.attachments.FileExaminer;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.OfferedFile;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FundsId;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** The files of a request: examined, and kept before anything can be recorded that names them. */
@Component
public class SentFiles {
    private static final String FILES = "files";
    private static final String KEPT = "kept";

    private final AttachmentShelf shelf;
    private final AttachmentLimits limits;
    private final FileExaminer examiner;
    private final BudgetCommands commands;
    private final CurrentActor actor;

    SentFiles(AttachmentShelf shelf, AttachmentLimits limits, BudgetCommands commands, @Lazy CurrentActor actor) {
        this.shelf = shelf;
        this.limits = limits;
        this.examiner = new FileExaminer(limits.largest());
        this.commands = commands;
        this.actor = actor;
    }

    /** Of a request to the budget or the funds of that name; nobody sends files to funds. */
    TakenFiles take(HttpServletRequest request, String stream) {
        return FundsId.isOne(stream) ? new TakenFiles() : take(request, BudgetId.parse(stream));
    }

    /** Those that are new and those that a form kept from an earlier try; nothing is kept for somebody else's budget. */
    public TakenFiles take(HttpServletRequest request, BudgetId budget) {
        return take(request, budget, again(request));
    }

    /** Those that were kept from an earlier try, and no new ones. */
    TakenFiles again(BudgetId budget, List<UUID> ids) {
        return take(List.of(), budget, ids);
    }

    /** Those that are new and those of an earlier try that are named so. */
    TakenFiles take(HttpServletRequest request, BudgetId budget, List<UUID> again) {
        return take(sent(request), budget, again);
    }

    private TakenFiles take(List<MultipartFile> sent, BudgetId budget, List<UUID> again) {
        TakenFiles taken = new TakenFiles();
        if (sent.isEmpty() && again.isEmpty()) {
            return taken;
        }
        shelf.clear();
        boolean open = commands.isOpenFor(budget);
        String owner = actor.actor().login();
        again.forEach(id -> taken.again(open ? shelf.offeredAgain(id, budget, owner) : Optional.empty()));
        for (MultipartFile file : sent) {
            byte[] content = bytes(file);
            OfferedFile offered = examined(file, content, taken.count() + 1, again.size() + sent.size());
            boolean fits = open && offered.problem().isEmpty();
            taken.fresh(
                    offered, fits ? Optional.of(shelf.keep(budget, owner, offered.file(), content)) : Optional.empty());
        }
        return taken;
    }

    private OfferedFile examined(MultipartFile file, byte[] content, int at, int all) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        OfferedFile offered = examiner.examine(name, content);
        return at == limits.most() + 1
                ? new OfferedFile(offered.file(), Optional.of(new Refusal.AttachmentTooMany(all, limits.most())))
                : offered;
    }

    private static List<MultipartFile> sent(HttpServletRequest request) {
        MultipartHttpServletRequest upload = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return upload == null
                ? List.of()
                : upload.getFiles(FILES).stream()
                        .filter(file -> !Optional.ofNullable(file.getOriginalFilename())
                                .orElse("")
                                .isEmpty())
                        .toList();
    }

    private static List<UUID> again(HttpServletRequest request) {
        List<UUID> ids = new ArrayList<>();
        String[] texts = request.getParameterValues(KEPT);
        for (String text : texts == null ? new String[0] : texts) {
            ids.add(id(text));
        }
        return ids;
    }

    /** What is no id names nothing that was kept. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an office takes at most, for pages that ask for files. */
    public AttachmentLimits limits() {
        return limits;
    }

    static Attachment unknown() {
        return new Attachment("", "", 0, "");
    }
}
