/// The look of a page: dark on light, no outside resource.
enum HTMLStyle {
    /// On a narrow screen, rows of wide tables stand as cards and bars below their labels, so that nothing is cut.
    static let sheet = """
        :root { color-scheme: light; }
        body { margin: 0 auto; max-width: 62rem; padding: 1rem 1.25rem 3rem; color: #1a1a1a; background: #fff;
          font: 1.05rem/1.5 system-ui, "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: .5rem 0; }
        h2 { font-size: 1.25rem; margin: 0 0 .6rem; }
        h3 { font-size: 1.05rem; margin: 0 0 .4rem; }
        section { margin: 1.8rem 0; }
        section.sheet { margin-top: 3rem; border-top: 3px solid #0b5a8a; padding-top: 1rem; }
        section.part { margin: 1.1rem 0; }
        section > p { margin: .35rem 0; }
        .faint { color: #555; }
        .figures { display: flex; flex-wrap: wrap; gap: 1rem; margin: 0; }
        .figures > div { flex: 1 1 14rem; border: 1px solid #767676; border-radius: .4rem; padding: .7rem 1rem; }
        .figures dt { color: #555; }
        .figures dd { margin: 0; }
        .figures .value { font-size: 1.5rem; font-weight: 600; line-height: 1.3; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: start; color: #555; padding-bottom: .3rem; }
        th, td { padding: .3rem .7rem .3rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid #ccc;
          overflow-wrap: normal; }
        th:last-child, td:last-child { padding-inline-end: 0; }
        thead th { border-bottom: 2px solid #555; vertical-align: bottom; }
        tbody th { font-weight: 400; }
        .end { text-align: end; }
        td.end { white-space: nowrap; }
        .many { font-size: .85em; }
        .bar { width: 45%; }
        .bar span { display: block; height: 1rem; margin-top: .25rem; background: #0b5a8a; border-radius: .15rem;
          print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        tr.part th { padding-inline-start: 1.2rem; }
        figure { margin: 0; }
        svg { display: block; width: 100%; height: auto; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        svg.narrow { display: none; }
        summary { cursor: pointer; padding: .3rem 0; color: #0b5a8a; }
        summary:focus-visible, .scroll:focus-visible { outline: 3px solid #0b5a8a; outline-offset: 2px; }
        .tree, .tree ul { list-style: none; padding-inline-start: 1.1rem; border-inline-start: 1px solid #ccc; }
        .tree li { margin: .5rem 0; }
        .tree summary { color: inherit; padding: 0; }
        .tree .origin { font-size: .85em; overflow-wrap: anywhere; }
        @media screen and (max-width: 38rem) {
          body { padding: .5rem 1rem 2rem; font-size: 1rem; }
          svg.full { display: none; }
          svg.narrow { display: block; }
          .wide thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
          .wide, .wide caption, .wide tbody, .wide tr, .wide th, .wide td { display: block; }
          .wide tr { padding: .4rem 0; border-bottom: 1px solid #767676; }
          .wide tbody th { font-weight: 600; text-align: start; }
          .wide tbody th, .wide td { padding: .1rem 0; border: 0; }
          .wide td { display: flex; gap: 1rem; justify-content: space-between; text-align: end; white-space: normal; }
          .wide td::before { content: attr(data-label); color: #555; text-align: start; }
          .wide td:empty { display: none; }
          .bars tr { display: grid; grid-template-columns: 1fr auto; border-bottom: 1px solid #ccc; padding: .3rem 0; }
          .bars, .bars caption, .bars tbody { display: block; }
          .bars th, .bars td { border: 0; padding-block: 0; }
          .bars .bar, .bars .remark { grid-column: 1 / -1; width: auto; }
          .bars td:empty { display: none; }
        }
        @media print {
          body { max-width: none; padding: 0; font-size: 10pt; }
          h2, h3, figure, tr, .figures > div { break-inside: avoid; }
          h2, h3, caption, thead { break-after: avoid; }
          section.sheet { break-before: page; border: 0; margin-top: 0; padding-top: 0; }
          section.sheet:first-child, section:first-child + section.sheet { break-before: auto; }
          .scroll { overflow: visible; }
          details::details-content { content-visibility: visible; }
          summary { color: inherit; list-style: none; }
        }
        """

    /// Every printed page says what it is part of, and its number.
    static func footer(_ title: String) -> String {
        let safe = title.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "\"", "\\", "<", ">", "&": text += "\\" + String(scalar.value, radix: 16) + " "
            case _ where scalar.value < 0x20: text += " "
            default: text.unicodeScalars.append(scalar)
            }
        }
        return """
            @page { margin: 15mm 14mm 18mm;
              @bottom-left { content: "\(safe)"; font: 8pt sans-serif; color: #555; }
              @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; } }
            """
    }
}
