import type { controlContract } from '../../shared/contract/control.ts';
import { fillPlaceholders } from '../../shared/domain/control/control-text.ts';
import { valuesFor, writtenValues, type PlaceholderValue } from '../../shared/domain/control/placeholders.ts';
import {
  addControls,
  agreeControl,
  editControl,
  mapControl,
  retireControl,
  unmapControl,
  type NewControl,
} from '../../shared/domain/control/control-decisions.ts';
import {
  addProcedure,
  concludeDesign,
  describeDesign,
  editProcedure,
} from '../../shared/domain/control/design-test.ts';
import { rule } from '../../shared/domain/gates/refusal.ts';
import { all } from '../../shared/domain/journal/state.ts';
import { err, ok } from '../../shared/lib/result.ts';
import { controlViews, designView } from './control-views.ts';
import type { Handlers } from './handlers.ts';
import { checkedDates, given } from './inputs.ts';
import { libraryTextOf, offeredControls, type Libraries, type OfferedControl } from './offered-library.ts';
import type { Session } from './session.ts';

type Controls = Handlers<typeof controlContract>;
type Part<Prefix extends string> = Pick<Controls, Extract<keyof Controls, `${Prefix}.${string}`>>;

/** Controls, their mapping, and the test of their design. */
export function createControlService(session: Session, libraries: Libraries): Controls {
  return { ...controlHandlers(session, libraries), ...designHandlers(session, libraries) };
}

function controlHandlers(session: Session, libraries: Libraries): Part<'control'> {
  return {
    'control.list': () => ok(controlViews(session.state())),
    'control.add': ({ criteria, ...fields }) =>
      session.commit('control.add', [], (context) =>
        addControls(context, [{ fields: { ...checkedDates(fields), ...ofNoLibrary }, criteria }]),
      ),
    'control.library': () => {
      const added = new Set(all(session.state(), 'control').map((control) => control.libraryId));
      return ok(
        offeredControls(libraries).map((control) => libraryView(control, added.has(control.libraryId))),
      );
    },
    'control.addFromLibrary': ({ libraryIds, parameters, values }) => {
      const library = new Map(offeredControls(libraries).map((control) => [control.libraryId, control]));
      const unknown = libraryIds.find((id) => !library.has(id));
      if (unknown !== undefined)
        return err(rule('not-found', `The library has no control ${unknown}.`, 'Choose from the library.'));
      const inScope = new Set(
        all(session.state(), 'criterion')
          .filter((criterion) => criterion.inScope)
          .map((criterion) => criterion.code),
      );
      const chosen = libraryIds.flatMap((id) => library.get(id) ?? []);
      return session.commit('control.addFromLibrary', [], (context) =>
        addControls(
          context,
          chosen.map((control) => fromLibrary(control, parameters, values, inScope)),
        ),
      );
    },
    'control.edit': ({ id, revision, reasons, ...fields }) =>
      session.commit('control.edit', reasons, (context) =>
        editControl(context, { id, revision }, given(checkedDates(fields))),
      ),
    'control.agree': ({ id }) => session.commit('control.agree', [], (context) => agreeControl(context, id)),
    'control.retire': (row) => session.commit('control.retire', [], (context) => retireControl(context, row)),
    'control.map': ({ id, criterionCode, role }) =>
      session.commit('control.map', [], (context) => mapControl(context, id, criterionCode, role)),
    'control.unmap': ({ id, criterionCode }) =>
      session.commit('control.unmap', [], (context) => unmapControl(context, id, criterionCode)),
  };
}

function designHandlers(session: Session, libraries: Libraries): Part<'design'> {
  return {
    'design.get': ({ controlId }) =>
      designView(
        session.state(),
        controlId,
        (control) => libraryTextOf(libraries, control)?.procedures ?? [],
      ),
    'design.addProcedure': ({ workpaperId, reasons, ...procedure }) =>
      session.commit('design.addProcedure', reasons, (context) =>
        addProcedure(context, workpaperId, checkedDates(procedure)),
      ),
    'design.editProcedure': ({ id, revision, reasons, ...values }) =>
      session.commit('design.editProcedure', reasons, (context) =>
        editProcedure(context, { id, revision }, given(checkedDates(values))),
      ),
    'design.describe': ({ testId, reasons, ...values }) =>
      session.commit('design.describe', reasons, (context) => describeDesign(context, testId, given(values))),
    'design.conclude': ({ testId, revision, conclusion, text, reasons }) =>
      session.commit('design.conclude', reasons, (context) =>
        concludeDesign(context, { id: testId, revision }, conclusion, text),
      ),
  };
}

const ofNoLibrary = { libraryId: null, libraryOrigin: null, libraryVersion: null, placeholderValues: [] };

/** A control of a library as a draft of this engagement: placeholders filled, mapped to those of its criteria that are in scope. */
function fromLibrary(
  { libraryId, origin, version, text }: OfferedControl,
  parameters: Readonly<Record<string, string | number>>,
  given: readonly PlaceholderValue[],
  inScope: ReadonlySet<string>,
): NewControl {
  const forAll = Object.entries(parameters).map(([name, value]) => ({
    ...{ name, libraryIds: [libraryId], value: String(value) },
  }));
  const values = valuesFor({ ...text, libraryId }, [...forAll, ...given]);
  return {
    criteria: text.criteria.filter((code) => inScope.has(code)),
    fields: {
      ...{ code: text.code, title: text.title, text: fillPlaceholders(text.text, values) },
      ...{ owner: '', ownerTitle: '', nature: text.nature, type: text.type, frequency: text.frequency },
      ...{ risk: 'high', startDate: null, endDate: null, homeCriterion: null },
      ...{ libraryId, libraryOrigin: origin, libraryVersion: version },
      placeholderValues: writtenValues(values),
    },
  };
}

function libraryView(
  { libraryId, text, origin, version, securityBaseline }: OfferedControl,
  isAdded: boolean,
) {
  const { code, family, title, nature, frequency } = text;
  return {
    ...{ id: libraryId, code, origin, version, family, title, nature, frequency, securityBaseline, isAdded },
    text: text.text,
    criteria: [...text.criteria],
    parameters: { ...text.parameters },
    attributes: text.attributes.map((attribute) => ({ ...attribute })),
  };
}
