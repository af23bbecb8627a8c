import type { letterContract } from '../../shared/contract/letter.ts';
import type { InputOf } from '../../shared/contract/procedure.ts';
import { mimeOf } from '../../shared/domain/evidence/evidence-kind.ts';
import { engagementOf, initialsOf } from '../../shared/domain/engagement/team.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import { all, find, type EngagementState } from '../../shared/domain/journal/state.ts';
import {
  fileLetter,
  refusalToFile,
  signatoryOf,
  withdrawLetter,
  type NewLetter,
} from '../../shared/domain/report/letter-filing.ts';
import {
  addSubsequentEvent,
  inquiredUpTo,
  lastDayOf,
  recordInquiry,
  subsequentEvents,
  withdrawSubsequentEvent,
} from '../../shared/domain/report/subsequent-events.ts';
import type { PlainDate } from '../../shared/lib/plain-date.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { fileRefusal, refusalOfStream } from './file-refusal.ts';
import type { Handlers } from './handlers.ts';
import { plainDateOf } from './inputs.ts';
import type { FilesPort } from './ports/files.ts';
import type { Session } from './session.ts';

type Letters = Handlers<typeof letterContract>;
type Part<Prefix extends string> = Pick<Letters, Extract<keyof Letters, `${Prefix}.${string}`>>;
type FileInput = InputOf<(typeof letterContract)['letter.file']>;

/** Letters of the client and subsequent events. */
export function createLetterService(session: Session, files: FilesPort): Letters {
  return { ...letterHandlers(session, files), ...subsequentHandlers(session) };
}

function letterHandlers(session: Session, files: FilesPort): Part<'letter'> {
  return {
    'letter.list': () => {
      const state = session.state();
      return ok(
        all(state, 'letter').map((letter) => {
          const { id, revision, kind, date, coversFrom, coversTo, asOfDate, systemName } = letter;
          const { subserviceId, exceptions, evidenceId, withdrawn } = letter;
          return {
            ...{ id, revision, kind, date, coversFrom, coversTo, asOfDate, systemName },
            ...{ subserviceId, exceptions, evidenceId, withdrawn },
            signatories: letter.signatories.map(signatoryOf),
            categories: [...letter.categories],
            fileName: find(state, 'evidenceFile', evidenceId)?.originalName ?? '',
          };
        }),
      );
    },
    'letter.file': (input) => fileWithBytes(session, files, input),
    'letter.withdraw': (ref) =>
      session.commit('letter.withdraw', [], (context) => withdrawLetter(context, ref)),
  };
}

/** The rules are asked first, then the bytes are stored, then the letter is recorded with their hash. */
async function fileWithBytes(
  session: Session,
  files: FilesPort,
  input: FileInput,
): Promise<Result<{ id: string }, Refusal>> {
  const letter = letterOf(session.state(), input);
  const context = session.contextOn(session.state(), []);
  if (!context.ok) return context;
  const refusal = refusalToFile(context.value, letter);
  if (refusal !== null) return err(refusal);
  const source = await files.open(input.token);
  if (!source.ok) return err(fileRefusal(source.error));
  const { name } = source.value;
  let stored: { readonly sha256: string; readonly size: number };
  try {
    stored = await session.store().evidence.put(source.value.chunks());
  } catch (error) {
    return err(refusalOfStream(error));
  }
  const file = { ...stored, originalName: name, mime: mimeOf(name) };
  const filed = session.commit('letter.file', [], (decision) => fileLetter(decision, letter, file));
  if (filed.ok) files.spend(input.token);
  return filed;
}

/** What is not said about a letter is as the engagement has it. */
function letterOf(state: EngagementState, input: FileInput): NewLetter {
  const engagement = engagementOf(state);
  const date = (given: string | null | undefined, usual: PlainDate | null | undefined): PlainDate | null => {
    if (given === undefined) return usual ?? null;
    return given === null ? null : plainDateOf(given);
  };
  return {
    kind: input.kind,
    date: plainDateOf(input.date),
    signatories: input.signatories,
    coversFrom: date(input.coversFrom, engagement?.periodStart),
    coversTo: date(input.coversTo, engagement?.periodEnd),
    asOfDate: date(input.asOfDate, engagement?.asOfDate),
    systemName: input.systemName ?? engagement?.systemName ?? '',
    categories: input.categories ?? engagement?.categories ?? [],
    subserviceId: input.subserviceId,
    exceptions: input.exceptions,
  };
}

function subsequentHandlers(session: Session): Part<'subsequent'> {
  return {
    'subsequent.get': () => {
      const state = session.state();
      return ok({
        from: lastDayOf(state),
        inquiredUpTo: inquiredUpTo(state),
        events: subsequentEvents(state).map(({ id, revision, occurredOn, description, effect }) => ({
          ...{ id, revision, occurredOn, description, effect },
        })),
        inquiries: all(state, 'subsequentInquiry').map(({ id, coversTo, text, performedBy }) => ({
          ...{ id, coversTo, text },
          performedBy: initialsOf(state, performedBy),
        })),
      });
    },
    'subsequent.addEvent': ({ occurredOn, ...event }) =>
      session.commit('subsequent.addEvent', [], (context) =>
        addSubsequentEvent(context, { ...event, occurredOn: plainDateOf(occurredOn) }),
      ),
    'subsequent.withdrawEvent': (ref) =>
      session.commit('subsequent.withdrawEvent', [], (context) => withdrawSubsequentEvent(context, ref)),
    'subsequent.recordInquiry': ({ coversTo, text }) =>
      session.commit('subsequent.recordInquiry', [], (context) =>
        recordInquiry(context, { coversTo: plainDateOf(coversTo), text }),
      ),
  };
}
