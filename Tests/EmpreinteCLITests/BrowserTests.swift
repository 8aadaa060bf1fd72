import Foundation
import Testing

/// Charts and pages as a browser shows them.
@Suite(.enabled(if: Browser.installed != nil, "no browser is installed"))
struct BrowserTests {
    @Test func aBrowserDrawsTheChart() throws {
        let browser = try #require(Browser.installed)
        let folder = try TemporaryFolder()
        let chart = folder.url.appending(path: "t.svg")
        let run = try Command(
            "trajectory", "models/rouen", "--scenario", "s2_territorial_cooperation,trend", "--lang", "fr", "--format",
            "svg", "-o", chart.path)
        #expect(run.status == 0, "\(run.errors)")
        // A blank page is a few kilobytes at most.
        #expect(try browser.picture(of: chart, in: folder) > 8_000)
    }

    private static let rooms = "models/rouen/workshop/examples"
    private static let assembly = ["models/grenoble", "models/grenoble/examples/assembly.yaml"]
    private static let reports: [(name: String, words: [String])] = [
        ("session", ["workshop", "models/rouen", "\(rooms)/session-1.yaml"]),
        ("sheet", ["workshop", "models/rouen", "\(rooms)/session-1.yaml", "--sheet", "p03"]),
        ("programme", ["programme", "models/rouen", "\(rooms)/programme.yaml"]),
        ("follow-up", ["commitments", "models/rouen", "\(rooms)/commitments.yaml"]),
        ("rouen", ["territory", "models/rouen"]),
        ("brest", ["territory", "models/brest"]),
        ("grenoble", ["territory", "models/grenoble"]),
        ("coalitions", ["coalitions", "models/brest", "models/brest/examples/brest_illustrative.yaml"]),
        ("proposals", ["proposals"] + assembly),
        ("sheets", ["proposals"] + assembly + ["--sheets"]),
        ("visions", ["proposals"] + assembly + ["--visions"]),
        ("ballots", ["ballots"] + assembly + ["models/grenoble/examples/ballots_assembly.csv"]),
        ("funds", ["funds", "models/france", "Tests/EmpreinteFundingTests/Examples/advances.yaml"]),
        ("footprint", ["footprint", "models/france"]),
        ("trajectory", ["trajectory", "models/rouen", "--scenario", "s2_territorial_cooperation,trend"]),
    ]

    /// Every report, on a phone and on a wall, measured by the browser that shows it.
    @Test(arguments: ["fr", "en"])
    func pagesAreWholeOnAPhoneAndOnAWall(language: String) throws {
        let browser = try #require(Browser.installed)
        let folder = try TemporaryFolder()
        var pages: [[String]] = []
        for report in Self.reports {
            let run = try Command(words: report.words + ["--lang", language, "--format", "html"])
            #expect(run.status == 0, "\(report.name): \(run.errors)")
            pages.append([report.name, run.output])
        }
        let list = String(decoding: try JSONEncoder().encode(pages), as: UTF8.self)
            .replacing("<", with: "\\u003c")
        let page = try folder.write(
            "<!DOCTYPE html><pre id=found>not run</pre><script>const pages = \(list), language = \"\(language)\";"
                + Self.measures + "</script>", to: "pages.html")
        let document = try browser.document(of: page, in: folder)
        let found = document.split(separator: "<pre id=\"found\">").last?.split(separator: "</pre>").first
        #expect(found == "\(pages.count * 2) pages are whole")
    }

    /// What is looked at in a page of 360 and of 1 280 points, told as lines of words.
    private static let measures = """
        const found = [];
        function look(name, width, page) {
          const problem = (words) => found.push(`${name} at ${width}: ${words}`);
          const all = (selector, root = page) => [...root.querySelectorAll(selector)];
          const root = page.documentElement, view = page.defaultView;
          if (root.lang !== language) problem("its language is " + root.lang);
          if (!page.title) problem("no title");
          if (all("h1").length !== 1) problem("h1");
          all("h1, h2, h3, h4").map((h) => +h.tagName[1]).reduce((before, level) => {
            if (level > before + 1) problem(`h${level} after h${before}`);
            return level;
          }, 0);
          if (all("[src], [href], link, script, iframe, object").length) problem("something from elsewhere");
          if (/url\\(|@import/.test(all("style").map((s) => s.textContent).join())) problem("style from elsewhere");
          if (root.scrollWidth > root.clientWidth) problem(`scrolls to ${root.scrollWidth}`);
          for (const box of all(".scroll"))
            if (box.scrollWidth > box.clientWidth + 1)
              problem(`a table scrolls: ${box.getAttribute("aria-label")}, ${box.scrollWidth} in ${box.clientWidth}`);
          for (const figure of all("figure")) {
            if (!figure.nextElementSibling?.querySelector("table tbody tr")) problem("a chart without its table");
            const shown = all("svg", figure).filter((svg) => svg.getBoundingClientRect().width > 0);
            if (shown.length !== 1) problem(`${shown.length} charts shown for one`);
            shown.forEach((svg) => chart(svg, problem, page));
          }
          for (const element of all("body *")) {
            const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
            if (!own || !element.getClientRects().length) continue;
            const style = view.getComputedStyle(element);
            const ink = element.closest("svg") && element.tagName === "text" ? style.fill : style.color;
            if (contrast(ink) < 4.5) problem(`pale: ${element.textContent.slice(0, 40)} in ${ink}`);
          }
        }
        function chart(svg, problem, page) {
          const names = (svg.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => page.getElementById(id));
          if (svg.getAttribute("role") !== "img" || names.length !== 2 || names.some((name) => !name?.textContent))
            problem("a chart without name and description");
          const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
          const texts = [...svg.querySelectorAll("text")].map((text) => ({ words: text.textContent, box: text.getBBox() }));
          for (const { words, box } of texts)
            if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
              problem(`outside the chart: ${words}`);
          texts.forEach((a, index) => texts.slice(index + 1).forEach((b) => {
            const across = Math.min(a.box.x + a.box.width, b.box.x + b.box.width) - Math.max(a.box.x, b.box.x);
            const down = Math.min(a.box.y + a.box.height, b.box.y + b.box.height) - Math.max(a.box.y, b.box.y);
            // Boxes are as high as the tallest letters and the lowest together, which figures have not.
            if (across > 0 && down > 3) problem(`${a.words} over ${b.words}`);
          }));
        }
        function contrast(color) {
          const [r, g, b] = color.match(/[\\d.]+/g).slice(0, 3).map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          });
          return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
        }
        let left = pages.length * 2;
        for (const [name, html] of pages)
          for (const width of [360, 1280]) {
            const frame = document.createElement("iframe");
            // High enough that no bar to scroll down takes from the width.
            frame.style = `width: ${width}px; height: 60000px; border: 0`;
            frame.onload = () => {
              look(name, width, frame.contentDocument);
              frame.remove();
              if (--left === 0)
                document.getElementById("found").textContent =
                  found.length ? found.join("\\n") : `${pages.length * 2} pages are whole`;
            };
            frame.srcdoc = html;
            document.body.append(frame);
          }
        """
}
