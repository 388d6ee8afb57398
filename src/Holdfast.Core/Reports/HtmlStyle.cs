namespace Holdfast.Reports;

/// <summary>The style of the page: the fonts of the device, quiet colours, one column on a phone, A4 on paper.</summary>
internal static class HtmlStyle
{
    public static string Sheet { get; } = """
        :root { --ink: #1f2933; --soft: #5b6773; --line: #d9dee4; --paper: #fbfaf8; --card: #ffffff; --mark: #2f6f6d; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e4e7eb; --soft: #9aa5b1; --line: #38424c; --paper: #161a1e; --card: #1e2429; --mark: #7fc4bf; }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; font-weight: 600; margin: 0 0 1.5rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.2rem; font-weight: 600; line-height: 1.3; margin: 3rem 0 1rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
        h2 .n { color: var(--mark); margin-inline-end: .35rem; }
        section:first-of-type h2 { margin-top: 0; }
        p, ul { margin: 0 0 1rem; max-width: 42rem; }
        ul { padding-inline-start: 1.25rem; }
        li { margin-bottom: .35rem; }
        .none { color: var(--soft); font-style: italic; }
        dl { margin: 0 0 1.5rem; padding: .25rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
        dl div { padding: .6rem 0; border-bottom: 1px solid var(--line); }
        dl div:last-child { border-bottom: 0; }
        dt { color: var(--soft); font-size: .875rem; }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; margin: 0 0 1.5rem; font-size: .9rem; line-height: 1.45; }
        th { text-align: start; font-weight: 600; color: var(--soft); font-size: .8rem; border-bottom: 2px solid var(--line); padding: .4rem .7rem .4rem 0; vertical-align: bottom; }
        td { border-bottom: 1px solid var(--line); padding: .6rem .7rem .6rem 0; vertical-align: top; overflow-wrap: anywhere; }
        td span { display: block; min-width: 3.5rem; }
        .code, .hash, pre { font-family: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .82rem; }
        .code, .hash { overflow-wrap: anywhere; word-break: break-all; }
        pre { margin: 0 0 1rem; padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
        figure { margin: 0 0 1.25rem; padding: 1rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
        figcaption { color: var(--soft); font-size: .875rem; margin-bottom: .5rem; overflow-wrap: anywhere; }
        figcaption bdi { color: var(--ink); font-weight: 600; }
        figcaption span { display: inline-block; margin-inline-start: .5rem; }
        blockquote { margin: 0; padding-inline-start: .9rem; border-inline-start: 3px solid var(--mark); white-space: pre-wrap; overflow-wrap: anywhere; }
        section > blockquote { margin-bottom: 1rem; max-width: 42rem; }
        .shows { margin: .7rem 0 0; color: var(--mark); font-size: .875rem; }
        .hash { margin: .4rem 0 0; color: var(--soft); font-size: .72rem; max-width: none; }
        .blanks p { max-width: none; min-height: 2.9rem; margin: 0; border-bottom: 1px solid var(--soft); color: var(--soft); font-size: .875rem; padding-top: .5rem; }
        @media (max-width: 44rem) {
          main { padding-top: 1.25rem; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          table, tbody, tr, td { display: block; }
          tr { margin-bottom: 1rem; padding: .35rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
          td { padding: .5rem 0; display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); column-gap: .75rem; }
          td:last-child { border-bottom: 0; }
          td.empty { display: none; }
          td::before { content: attr(data-head); display: block; color: var(--soft); font-size: .8rem; font-family: system-ui, sans-serif; word-break: normal; }
        }
        @page { size: A4; margin: 18mm 16mm; }
        @media print {
          :root { --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --card: #fff; --mark: #000; }
          body { font-size: 10.5pt; line-height: 1.45; }
          main { max-width: none; padding: 0; }
          h2 { break-after: avoid; margin-top: 1.6rem; }
          figure, tr, dl div { break-inside: avoid; }
          thead { display: table-header-group; }
          table { font-size: 9pt; }
          .code, pre { font-size: 8.5pt; }
        }

        """.ReplaceLineEndings("\n");
}
