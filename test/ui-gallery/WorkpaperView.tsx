import { IconFilter, IconKeyboard, IconPaperclip, IconTarget, IconEye } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ActionButton } from '../../src-renderer/ui/button/ActionButton.tsx';
import { RateWithLimit } from '../../src-renderer/ui/chart/RateWithLimit.tsx';
import { DrawerSection } from '../../src-renderer/ui/frame/Drawer.tsx';
import { FactList } from '../../src-renderer/ui/form/ReadOnlyField.tsx';
import { GateBanner } from '../../src-renderer/ui/gate/GateBanner.tsx';
import type { GateMessage } from '../../src-renderer/ui/gate/gate-message.ts';
import { AttributeGrid } from '../../src-renderer/ui/grid/AttributeGrid.tsx';
import { AttributeKey } from '../../src-renderer/ui/grid/GridLegend.tsx';
import type {
  AttributeGridHandle,
  CellChange,
  CellMark,
  GridItem,
} from '../../src-renderer/ui/grid/grid-model.ts';
import { PageHeader } from '../../src-renderer/ui/page/PageHeader.tsx';
import { TabBar } from '../../src-renderer/ui/page/TabBar.tsx';
import { SignOffBlock } from '../../src-renderer/ui/stamp/SignOffBlock.tsx';
import { StatusChip } from '../../src-renderer/ui/status/StatusChip.tsx';
import { ReferenceTag, Folio } from '../../src-renderer/ui/text/Folio.tsx';
import { HashWords } from '../../src-renderer/ui/text/HashWords.tsx';
import { HEAD, SampleFrame } from './sample-frame.tsx';
import { ATTRIBUTES, COLUMNS, ITEMS, LEVELS, stamp, TEST_GATES, UNSIGNED } from './sample-workpaper.ts';
import styles from './gallery.module.css';

const TABS = [
  { id: 'design', label: 'Design', isDone: true },
  { id: 'population', label: 'Population', isDone: true, count: '184' },
  { id: 'sample', label: 'Sample', isDone: true, count: '20' },
  { id: 'test', label: 'Operating test', count: '75 of 80' },
  { id: 'deviations', label: 'Deviations', count: '1' },
  { id: 'notes', label: 'Notes', count: '2' },
  { id: 'history', label: 'History' },
];

/** The operating test of LA-02, as the workpaper mockup draws it. */
export function WorkpaperView() {
  const [tab, setTab] = useState('test');
  const [isDrawerOpen, setDrawerOpen] = useState(true);
  const drawer = {
    title: 'Item 7, attribute B',
    subtitle: 'E-20724, last day 22 Jan 2026',
    onClose: () => {
      setDrawerOpen(false);
    },
    onPrevious: () => undefined,
    onNext: () => undefined,
    children: <DrawerBody />,
  };
  return (
    <SampleFrame
      current="tests"
      breadcrumb={[{ label: 'Tests', href: '#/tests' }, { label: 'LA-02' }]}
      folio="CC6-03"
      drawer={isDrawerOpen ? drawer : undefined}
    >
      <div className={styles['paperHead']}>
        <PageHeader
          title="Access termination"
          asideAlign="start"
          subtitle={
            <>
              <b className={styles['mono']}>LA-02</b> <ReferenceTag reference="CC6.2" />{' '}
              <ReferenceTag reference="CC6.3" />
              <span className={styles['hint']}>Within 24 hours of the last day</span>
            </>
          }
          aside={
            <SignOffBlock
              levels={LEVELS}
              rows={[
                {
                  label: 'Design',
                  stamps: [
                    stamp('AK', 'Preparer', '18 Jun'),
                    stamp('JS', 'Reviewer', '24 Jun'),
                    stamp('MR', 'Manager', '26 Jun'),
                  ],
                },
                { label: 'Operation', stamps: UNSIGNED },
              ]}
            />
          }
        />
      </div>
      <TabBar label="Workpaper LA-02" tabs={TABS} current={tab} onChange={setTab} place="page" />
      <TestPanel />
    </SampleFrame>
  );
}

function TestPanel() {
  const [items, setItems] = useState(ITEMS);
  const [past, setPast] = useState<readonly (readonly GridItem[])[]>([]);
  const [filter, setFilter] = useState<CellMark>();
  const [current, setCurrent] = useState('b');
  const grid = useRef<AttributeGridHandle>(null);
  const gates = gatesThatGo((mark) => {
    grid.current?.goToNext(mark);
  });
  return (
    <div role="tabpanel" id="panel-test" aria-labelledby="tab-test" className={styles['panel']}>
      <div className={styles['line']}>
        <AttributeKey attributes={ATTRIBUTES} current={current} />
        <span className={styles['buttons']}>
          <ActionButton
            label="All 20"
            icon={IconFilter}
            onPress={() => {
              setFilter(undefined);
            }}
          />
          <ActionButton label="Keys" icon={IconKeyboard} onPress={() => undefined} />
        </span>
      </div>
      <AttributeGrid
        ref={grid}
        label="LA-02, operating test"
        keyLabel="Employee"
        items={items}
        columns={COLUMNS}
        attributes={ATTRIBUTES}
        filter={filter}
        onFilter={setFilter}
        onFocusCell={(_item, attribute) => {
          setCurrent(attribute);
        }}
        onChange={(changes) => {
          setPast([...past, items]);
          setItems(applied(items, changes));
        }}
        onUndo={() => {
          setItems(past.at(-1) ?? items);
          setPast(past.slice(0, -1));
        }}
      />
      <div className={styles['strip']}>
        <RateWithLimit
          title="1 of 20 with a deviation"
          basis={'90\u202F% limit, N 184'}
          rate={{ found: 5, tolerable: 10, limit: 17.4 }}
          note="Best case, if the last 5 cells pass: up to 32 of 184"
        />
        <GateBanner title="Cannot conclude yet" gates={gates} />
      </div>
    </div>
  );
}

function gatesThatGo(goToNext: (mark: CellMark) => void): readonly GateMessage[] {
  return TEST_GATES.map((gate) => ({
    ...gate,
    actions: (gate.actions ?? []).map((action) => ({
      ...action,
      onPress: () => {
        goToNext(gate.code === 'T1' ? 'missing' : gate.code === 'T2' ? 'empty' : 'deviation');
      },
    })),
  }));
}

/** The items with the changes applied. */
export function applied(items: readonly GridItem[], changes: readonly CellChange[]): readonly GridItem[] {
  return items.map((item) => ({
    ...item,
    cells: item.cells.map((cell, index) => {
      const attribute = String.fromCharCode(97 + index);
      const change = changes.find((one) => one.itemId === item.id && one.attributeId === attribute);
      return change === undefined ? cell : { ...cell, mark: change.to };
    }),
  }));
}

function DrawerBody() {
  return (
    <>
      <TabBar
        label="Item 7, attribute B"
        place="drawer"
        tabs={[
          { id: 'evidence', label: 'Evidence', count: '2' },
          { id: 'deviation', label: 'Deviation', count: '1' },
          { id: 'item-notes', label: 'Notes', count: '1' },
        ]}
        current="evidence"
        onChange={() => undefined}
      />
      <div role="tabpanel" id="panel-evidence" aria-labelledby="tab-evidence">
        <DrawerSection title="idp-events-E-20724.png" aside={<Folio reference="CC6-03.9" />}>
          <FactList
            facts={[
              { label: 'Speaks for', value: '22 to 26 Jan 2026' },
              { label: 'Received', value: '13 Jul 2026, 10:42, from client, request R-031' },
              { label: 'SHA-256', value: <HashWords hex={HEAD} label="SHA-256 of the file" /> },
            ]}
          />
          <div className={styles['buttons']}>
            <ActionButton label="Add file" icon={IconPaperclip} onPress={() => undefined} />
            <ActionButton label="Open" icon={IconEye} onPress={() => undefined} />
            <ActionButton label="Mark a place" icon={IconTarget} onPress={() => undefined} />
          </div>
        </DrawerSection>
        <DrawerSection title="Deviation DV-03" aside={<StatusChip kind="due" label="Under evaluation" />}>
          <p>
            Access was disabled 96.3 hours after the last day; the control allows 24. The ticket waited over a
            weekend.
          </p>
          <ActionButton label="Evaluate deviation" kind="filled" onPress={() => undefined} />
        </DrawerSection>
      </div>
    </>
  );
}
