import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createTypesetter } from '../../../../../src-main/adapters/typeset/typesetter.ts';
import type { TypesetProcess } from '../../../../../src-main/adapters/typeset/typesetter.ts';
import type { TypesetRequest } from '../../../../../src-main/adapters/typeset/typeset-request.ts';
import type { ReportEdition } from '../../../../../src-main/services/ports/typeset.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';
import { specimenModel, specimenTypesetter } from '../../../../helpers/typeset-specimen.ts';

const root = new URL('../../../../../', import.meta.url);
const resources = {
  templatesFolder: fileURLToPath(new URL('resources/report/typst', root)),
  fontsFolder: fileURLToPath(new URL('resources/fonts', root)),
};
const model = specimenModel(specimenFacts({ type: 'I' }));
const final: ReportEdition = {
  paper: 'letter',
  mode: { kind: 'final', recordNumber: '0'.repeat(64) },
  attachments: [],
};

class FakeProcess extends EventEmitter implements TypesetProcess {
  readonly requests: TypesetRequest[] = [];
  killed = 0;
  private readonly onRequest: (child: FakeProcess) => void;
  constructor(onRequest: (child: FakeProcess) => void) {
    super();
    this.onRequest = onRequest;
  }
  send(message: object): void {
    // The typesetter under test sends requests only.
    this.requests.push(message as TypesetRequest);
    this.onRequest(this);
  }
  kill(): void {
    this.killed += 1;
  }
}

describe('createTypesetter', () => {
  it('hands model, edition and attachments to a process and ends it after the answer', async () => {
    const child = new FakeProcess((one) =>
      one.emit('message', { ok: true, pdf: new Uint8Array([1]), pages: 3 }),
    );
    const port = createTypesetter(() => child, resources);
    const edition: ReportEdition = {
      paper: 'a4',
      mode: {
        kind: 'recipient',
        recordNumber: 'ab'.repeat(32),
        recipient: { name: 'Meridian Payments Ltd.', copyNumber: '014', providedOn: '2026-11-17' },
      },
      attachments: [
        {
          name: 'figures.json',
          mediaType: 'application/json',
          description: 'Figures',
          bytes: new Uint8Array([123, 125]),
        },
      ],
    };
    expect(await port.render(model, edition)).toEqual({
      ok: true,
      value: { pdf: new Uint8Array([1]), pages: 3 },
    });
    expect(child.killed).toBe(1);
    const [request] = child.requests;
    expect(request?.paper).toBe('a4');
    expect(request?.documentSeconds).toBe(Date.UTC(2026, 10, 13) / 1000);
    expect(request?.files.map(({ name }) => name)).toEqual(['data.json', 'edition.json', 'attachment-0']);
    const sent = Buffer.from(request?.files[1]?.bytes ?? []).toString('utf8');
    expect(JSON.parse(sent)).toMatchObject({
      mode: { recipient: { mark: 'Copy 014, provided November\u00a017, 2026' } },
      attachments: [{ path: 'figures.json', source: 'attachment-0' }],
    });
  });

  it('refuses characters that the fonts lack, with their place, before any process starts', async () => {
    const port = createTypesetter(() => {
      throw new Error('no process is needed');
    }, resources);
    const named = { ...model, cover: { ...model.cover, client: '株式会社 Northwind' } };
    expect(await port.render(named, final)).toEqual({
      ok: false,
      error: {
        code: 'missing-glyph',
        texts: [{ where: 'cover.client', text: '株式会社 Northwind', characters: '株式会社' }],
      },
    });
    expect(port.checkGlyphs('株')).toEqual(['株']);
  });

  it('answers when the typesetter refuses, dies, does not start or is cancelled', async () => {
    const refusing = new FakeProcess((one) =>
      one.emit('message', { ok: false, standard: 'ua-1', messages: ['no title'] }),
    );
    const dying = new FakeProcess((one) => one.emit('exit'));
    const broken = new FakeProcess((one) => one.emit('error'));
    const outcomes = await Promise.all(
      [refusing, dying, broken].map((child) => createTypesetter(() => child, resources).render(model, final)),
    );
    expect(outcomes).toMatchObject([
      { ok: false, error: { code: 'not-conforming', standard: 'ua-1', messages: ['no title'] } },
      { ok: false, error: { code: 'process-failed' } },
      { ok: false, error: { code: 'process-failed' } },
    ]);
    const stop = new AbortController();
    const waiting = new FakeProcess(() => stop.abort());
    const cancelled = await createTypesetter(() => waiting, resources).render(model, final, stop.signal);
    expect(cancelled).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(waiting.killed).toBe(1);
    expect(await createTypesetter(() => waiting, resources).render(model, final, stop.signal)).toEqual(
      cancelled,
    );
  });

  it('reports what the real typesetter finds wrong', async () => {
    const brokenLink = {
      ...model,
      record: { ...model.record, title: 'Appendix' },
      auditorsReport: {
        ...model.auditorsReport,
        blocks: model.auditorsReport.blocks.map((one) => ({
          ...one,
          blocks: [{ kind: 'paragraph', spans: [{ kind: 'page', target: 'nowhere' }] } as const],
        })),
      },
    };
    const outcome = await specimenTypesetter.render(brokenLink, final);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'not-conforming', standard: 'compile' } });
    expect(JSON.stringify(outcome)).toContain('<nowhere>');
  });
});
