/** A small report as the typesetter makes it: tagged PDF/A-3a or PDF/UA-1, contents on several pages, data attached. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const SOURCE = `#set document(title: "Report", date: datetime(year: 2026, month: 7, day: 14))
#set text(lang: "en")
#pdf.attach("figures.json", bytes("{\\"deviations\\":1}"), relationship: "data", mime-type: "application/json", description: "Figures")
= Independent service auditor's report
The controls operated effectively.
#for number in range(PAGES) [
  #pagebreak()
  == Section #number
  #table(columns: 2, table.header([Control], [Result]), [CC6.#number], [No deviations noted])
]
`;

/** Typesets it; the same arguments give the same bytes. */
export function makeReportPdf(standard: 'a-3a' | 'ua-1' = 'a-3a', pages = 2): Uint8Array {
  const workspace = mkdtempSync(join(tmpdir(), 'signing-test-'));
  try {
    const mainFilePath = join(workspace, 'main.typ');
    writeFileSync(mainFilePath, SOURCE.replace('PAGES', String(pages)));
    const compiler = NodeCompiler.create({ workspace });
    const { result } = compiler.compile({ mainFilePath });
    if (result === null) throw new Error('the sample report did not typeset');
    return new Uint8Array(compiler.pdf(result, { pdfStandard: standard, creationTimestamp: 1_784_000_000 }));
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
