package org.mingzhang.query.funds;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.AsOfBars;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The sources of supplements (资金来源): by division and year, each with the documents that draw on it. */
@Controller
class FundsPages {
    private static final int ON_ONE_PAGE = 200;
    private static final int FUNCTION_GROUP = 5;

    private final FundsDesk desk;
    private final ListInstant instant;
    private final AsOfBars bars;

    FundsPages(FundsDesk desk, ListInstant instant, AsOfBars bars) {
        this.desk = desk;
        this.instant = instant;
        this.bars = bars;
    }

    /** The division-years that there are; with a division and a year, the page of theirs. */
    @GetMapping("/funds")
    String all(
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String year,
            Model model) {
        String asked = division.strip() + "-funds-" + year.strip();
        if (!division.isBlank() && isFunds(asked)) {
            return "redirect:/funds/" + asked;
        }
        List<FundsId> mine = desk.mine();
        model.addAttribute("mine", mine);
        model.addAttribute("unfit", !division.isBlank() || !year.isBlank());
        model.addAttribute("division", division);
        model.addAttribute("year", year);
        model.addAttribute("keeping", desk.keeps() && instant.isNow());
        instant.lookBack(model);
        return "funds/all";
    }

    @GetMapping(path = "/funds", params = "format")
    View allAsFile(@RequestParam GridFormat format) {
        return FundsGrid.YEARS.file("funds", desk.mine(), format);
    }

    @GetMapping(path = "/funds/{id}", params = "format")
    View sourcesAsFile(@PathVariable String id, @RequestParam GridFormat format, Model model) {
        FundsDesk.Opened funds = opened(id, model);
        return FundsGrid.SOURCES.file(funds.id().toString(), funds.sources(), format);
    }

    @GetMapping(path = "/funds/{id}/sources/{number}", params = "format")
    View courseAsFile(@PathVariable String id, @PathVariable int number, @RequestParam GridFormat format, Model model) {
        FundsDesk.Opened funds = opened(id, model);
        return FundsGrid.COURSE.file(
                funds.id() + "-" + number, source(funds, number).steps(), format);
    }

    @GetMapping("/funds/{id}")
    String sources(@PathVariable String id, @RequestParam(defaultValue = "1") int page, Model model) {
        FundsDesk.Opened funds = opened(id, model);
        List<FundedSource> all = funds.sources();
        int from = Math.clamp((page - 1L) * ON_ONE_PAGE, 0, all.size());
        int to = Math.min(all.size(), from + ON_ONE_PAGE);
        model.addAttribute("sources", all.subList(from, to));
        model.addAttribute("nextPage", to < all.size() ? Optional.of(page + 1) : Optional.empty());
        model.addAttribute("granted", yuan(all, FundedSource::granted));
        model.addAttribute("reserved", yuan(all, FundedSource::reserved));
        model.addAttribute("drawn", yuan(all, FundedSource::drawn));
        model.addAttribute("left", yuan(all, FundedSource::left));
        model.addAttribute("kinds", Choice.of(SupplementSource.values(), SupplementSource::label));
        model.addAttribute("fundTypes", Choice.of(FundType.values(), FundType::label));
        model.addAttribute(
                "functions",
                Choice.codes(Classifications.shipped().functional(), funds.id().year(), FUNCTION_GROUP));
        return "funds/sources";
    }

    @GetMapping("/funds/{id}/sources/{number}")
    String source(@PathVariable String id, @PathVariable int number, Model model) {
        FundsDesk.Opened funds = opened(id, model);
        model.addAttribute("source", source(funds, number));
        return "funds/source";
    }

    private static FundedSource source(FundsDesk.Opened funds, int number) {
        return funds.sources().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(PageNotFound::new);
    }

    private FundsDesk.Opened opened(String id, Model model) {
        FundsDesk.Opened funds = desk.open(id);
        boolean keeping = desk.keeps(funds.id());
        if (funds.version() < 0 && !keeping) {
            throw new PageNotFound();
        }
        model.addAttribute("funds", funds);
        model.addAttribute("keeping", keeping && funds.asOf().now());
        model.addAttribute("nowOnly", null);
        model.addAttribute("asOfBar", bars.plain(funds.asOf(), funds.position()));
        model.addAttribute("key", Identities.next().toString());
        model.addAttribute("version", "");
        return funds;
    }

    private interface Measure {
        Amount of(FundedSource source);
    }

    private static String yuan(List<FundedSource> sources, Measure measure) {
        return AmountUnit.YUAN.print(
                Amount.sum(sources.stream().map(measure::of).toList()));
    }

    private static boolean isFunds(String text) {
        try {
            FundsId.parse(text);
            return true;
        } catch (InvalidValueException e) {
            return false;
        }
    }
}
