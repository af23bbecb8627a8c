import type { controlContract } from '../../shared/contract/control.ts';
import { fillPlaceholders } from '../../shared/domain/control/control-text.ts';
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
import type { LibraryControl, ReferenceDataPort } from './ports/reference-data.ts';
import type { Session } from './session.ts';

type Controls = Handlers<typeof controlContract>;
type Part<Prefix extends string> = Pick<Controls, Extract<keyof Controls, `${Prefix}.${string}`>>;

/** Controls, their mapping, and the test of their design. */
export function createControlService(session: Session, reference: ReferenceDataPort): Controls {
  return { ...controlHandlers(session, reference), ...designHandlers(session, reference) };
}

function controlHandlers(session: Session, reference: ReferenceDataPort): Part<'control'> {
  return {
    'control.list': () => ok(controlViews(session.state())),
    'control.add': ({ criteria, ...fields }) =>
      session.commit('control.add', [], (context) =>
        addControls(context, [{ fields: { ...checkedDates(fields), libraryId: null }, criteria }]),
      ),
    'control.library': () => {
      const added = new Set(all(session.state(), 'control').map((control) => control.libraryId));
      return ok(reference.controlLibrary().map((control) => libraryView(control, added.has(control.id))));
    },
    'control.addFromLibrary': ({ libraryIds, parameters }) => {
      const library = new Map(reference.controlLibrary().map((control) => [control.id, control]));
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
          chosen.map((control) => fromLibrary(control, parameters, inScope)),
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

function designHandlers(session: Session, reference: ReferenceDataPort): Part<'design'> {
  return {
    'design.get': ({ controlId }) => designView(session.state(), controlId, reference.controlLibrary()),
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

/** A control of the library as a draft of this engagement: placeholders filled, mapped to those of its criteria that are in scope. */
function fromLibrary(
  control: LibraryControl,
  parameters: Readonly<Record<string, string | number>>,
  inScope: ReadonlySet<string>,
): NewControl {
  const text = fillPlaceholders(control.descriptionTemplate, { ...control.parameters, ...parameters });
  return {
    criteria: control.criteria.filter((code) => inScope.has(code)),
    fields: {
      code: control.id,
      title: control.title,
      text,
      owner: '',
      ownerTitle: '',
      nature: control.nature as NewControl['fields']['nature'], // the library's words are the catalogue's, proved by a test
      type: 'preventive',
      frequency: control.frequency as NewControl['fields']['frequency'], // likewise
      risk: 'high',
      startDate: null,
      endDate: null,
      libraryId: control.id,
      homeCriterion: null,
    },
  };
}

function libraryView(control: LibraryControl, isAdded: boolean) {
  const { id, family, title, nature, frequency, securityBaseline } = control;
  return {
    ...{ id, family, title, nature, frequency, securityBaseline, isAdded },
    text: control.descriptionTemplate,
    criteria: [...control.criteria],
    parameters: { ...control.parameters },
  };
}
