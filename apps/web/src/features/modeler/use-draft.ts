import { useCallback, useEffect, useRef, useState } from 'react';
import type { DefinitionView, ProblemView } from '@thidua/contract';
import { call } from '../../api/client';
import { DraftSaver, type SaveState } from './draft-saver';
import { localCopy, type Unsaved } from './local-copy';

const RETRY_MS = 5000;

export interface Draft {
  readonly problems: readonly ProblemView[];
  readonly changes: DefinitionView['changes'];
  readonly comparable: boolean;
  readonly save: SaveState;
  /** A drawing of an earlier visit that never reached the server; nothing is edited until somebody says what becomes of it. */
  readonly unsaved: Unsaved | null;
  /** What the editor opens with. */
  readonly opened: string;
  /** The drawing as it is now. */
  readonly latest: () => string;
  readonly onDirty: () => void;
  readonly onChange: (xml: string) => void;
  readonly setProblems: (problems: readonly ProblemView[]) => void;
  readonly retry: () => void;
  /** Over what somebody else saved, which has been told. */
  readonly keepMine: (rev: number) => void;
  /** What somebody else saved takes the place of what is here. */
  readonly dropMine: () => void;
  readonly openUnsaved: () => void;
}

/** A draft at this desk: saved by itself, kept in the browser until it is, never over another's saving unasked. */
export function useDraft(definition: DefinitionView): Draft {
  const { id, rev } = definition;
  const copy = useRef(localCopy(id));
  const [unsaved, setUnsaved] = useState<Unsaved | null>(() => unsavedOf(definition));
  const [opened, setOpened] = useState(definition.xml);
  const [told, setTold] = useState({ problems: definition.problems, changes: definition.changes, comparable: definition.comparable });
  const [save, setSave] = useState<SaveState>({ state: 'idle' });
  const latest = useRef(definition.xml);
  const saver = useRef<DraftSaver | null>(null);
  const first = useRef(unsaved?.rev ?? rev);

  useEffect(() => {
    const made = new DraftSaver(
      {
        copy: copy.current,
        send: (xml, seen) => call('saveDiagram', { params: { id }, body: { xml, rev: seen } }),
        onState: setSave,
        onSaved: ({ problems, changes, comparable }) => {
          setTold({ problems, changes, comparable });
        },
        later: (run) => {
          const timer = setTimeout(run, RETRY_MS);
          return () => {
            clearTimeout(timer);
          };
        },
      },
      first.current,
    );
    saver.current = made;
    const retry = (): void => {
      made.retry();
    };
    const warn = (event: BeforeUnloadEvent): void => {
      if (!made.isClean()) {
        event.preventDefault();
      }
    };
    window.addEventListener('online', retry);
    window.addEventListener('beforeunload', warn);
    return () => {
      made.stop();
      window.removeEventListener('online', retry);
      window.removeEventListener('beforeunload', warn);
    };
  }, [id]);

  const onDirty = useCallback(() => {
    saver.current?.touch();
    setSave((before) => (before.state === 'offline' || before.state === 'conflict' ? before : { state: 'saving' }));
  }, []);
  const onChange = useCallback((xml: string) => {
    latest.current = xml;
    saver.current?.change(xml);
  }, []);
  return {
    ...told,
    save,
    unsaved,
    opened,
    latest: () => latest.current,
    onDirty,
    onChange,
    setProblems: (problems) => {
      setTold((before) => ({ ...before, problems: [...problems] }));
    },
    retry: () => {
      saver.current?.retry();
    },
    keepMine: (seen) => {
      saver.current?.overwrite(seen);
    },
    dropMine: () => {
      copy.current.drop();
      saver.current?.abandon();
      setUnsaved(null);
    },
    openUnsaved: () => {
      if (unsaved !== null) {
        setOpened(unsaved.xml);
        setUnsaved(null);
        onChange(unsaved.xml);
      }
    },
  };
}

/** Only of a draft, and only what the server has not got. */
function unsavedOf({ id, xml, may }: DefinitionView): Unsaved | null {
  const copy = localCopy(id);
  const found = may.edit ? copy.read() : null;
  if (found?.xml === xml) {
    copy.drop();
    return null;
  }
  return found;
}
