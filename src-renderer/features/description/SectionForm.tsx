import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { KeptWords } from '../../app/KeptWords.tsx';
import { useKeptTexts } from '../../app/use-kept-texts.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { CheckField } from '../../ui/form/CheckField.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { codeOf, mayBeNone } from './description-parts.ts';
import type { Section } from './description-parts.ts';
import styles from './DescriptionPage.module.css';

/** The client's text under one criterion, and the auditor's judgment of it. */
export function SectionForm({ section }: { readonly section: Section }) {
  return (
    <div className={styles['forms']}>
      <TextForm key={`${section.text}-${String(section.noneToReport)}`} section={section} />
      <AssessForm key={`${section.misstatement}-${String(section.misstated)}`} section={section} />
    </div>
  );
}

function TextForm({ section }: { readonly section: Section }) {
  const toast = useToast();
  const save = useGatedCommand('description.save');
  const kept = useKeptTexts(`description ${section.code}`, { text: section.text });
  const { text } = kept.texts;
  const [noneToReport, setNone] = useState(section.noneToReport);
  const code = codeOf(section);
  const isChanged = text !== section.text || noneToReport !== section.noneToReport;
  return (
    <Card title={`${section.code}, ${section.title}`}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (code === undefined || !isChanged) return;
          save.run({ code, revision: section.revision, text, noneToReport }, () => {
            kept.recorded();
            toast({ text: `${code} is recorded` });
          });
        }}
      >
        <CommandBanner command={save} title="The text is not recorded" failed="The text was not saved" />
        <TextAreaField
          label="Text of the client"
          value={text}
          onChange={(typed) => {
            kept.change({ text: typed });
          }}
          minRows={10}
          hint="Stands in the report as it is written here."
        />
        <KeptWords kept={kept} />
        {mayBeNone(section) ? (
          <CheckField label="The client has none to report" isChecked={noneToReport} onChange={setNone} />
        ) : null}
        <div className={styles['foot']}>
          <ActionButton
            label={`Save ${section.code}`}
            kind="filled"
            type="submit"
            isBlocked={!isChanged}
            isBusy={save.isBusy}
            onPress={() => undefined}
          />
        </div>
      </form>
    </Card>
  );
}

function AssessForm({ section }: { readonly section: Section }) {
  const toast = useToast();
  const assess = useGatedCommand('description.assess');
  const [misstated, setMisstated] = useState(section.misstated);
  const [misstatement, setMisstatement] = useState(section.misstatement);
  const code = codeOf(section);
  const isChanged = misstated !== section.misstated || misstatement !== section.misstatement;
  return (
    <Card title="Judgment of the description">
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (code === undefined || !isChanged) return;
          assess.run({ code, revision: section.revision, misstated, misstatement }, () => {
            toast({ text: `The judgment of ${code} is recorded` });
          });
        }}
      >
        <CommandBanner
          command={assess}
          title="The judgment is not recorded"
          failed="The judgment was not saved"
        />
        <CheckField
          label="This part is misstated"
          isChecked={misstated}
          onChange={setMisstated}
          hint="Bears on part (a) of the opinion"
        />
        {misstated ? (
          <TextAreaField label="What is misstated" value={misstatement} onChange={setMisstatement} />
        ) : null}
        <div className={styles['foot']}>
          <ActionButton
            label="Record judgment"
            type="submit"
            isBlocked={!isChanged}
            isBusy={assess.isBusy}
            onPress={() => undefined}
          />
        </div>
      </form>
    </Card>
  );
}
