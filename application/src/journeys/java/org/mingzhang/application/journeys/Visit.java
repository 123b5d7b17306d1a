package org.mingzhang.application.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.controls.Control;
import org.mingzhang.query.controls.ControlFinding;
import org.mingzhang.query.controls.WholeLog;

/** The whole application with the sample, and a Chromium that looks at it. */
record Visit(RunningApplication application, Playwright playwright, Browser browser) implements AutoCloseable {
    /** The Chromium comes from {@code MINGZHANG_CHROMIUM}, which the launcher sets; nothing is fetched. */
    static Visit begin() {
        return begin(RunningApplication.start(emptyFolder(), true));
    }

    /** The same, of an application in which nothing has happened. */
    static Visit beginEmpty() {
        return begin(RunningApplication.start(emptyFolder(), false));
    }

    private static Visit begin(RunningApplication application) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String chromium = System.getenv().getOrDefault("MINGZHANG_CHROMIUM", "/usr/bin/chromium");
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        // A container runs this as root, where Chromium's own sandbox refuses to start.
                        .setArgs(List.of("--no-sandbox", "--font-render-hinting=none", "--lang=zh-CN")));
        return new Visit(application, playwright, browser);
    }

    /** A page in a browser context of its own; a path such as {@code /glossary} is enough to go somewhere. */
    Page page() {
        return browser.newPage(new Browser.NewPageOptions()
                .setBaseURL(application.address())
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1440, 900));
    }

    /** Keeps what the page shows, whole, as {@code target/screenshots/NAME.png}. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    /** Whatever was done on a journey, the controls hold over all of it; days of journeys are not those of the law. */
    @Override
    public void close() {
        List<ControlFinding> broken =
                WholeLog.proved(application.context().getBean(EventLog.class), position -> {}).findings().stream()
                        .filter(finding -> finding.control() != Control.DEADLINES)
                        .toList();
        browser.close();
        playwright.close();
        application.close();
        if (!broken.isEmpty()) {
            throw new IllegalStateException("the controls do not hold over what was done: " + broken);
        }
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("mingzhang-journeys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
