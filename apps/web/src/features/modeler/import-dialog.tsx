import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { CloseCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { LARGEST_UPLOAD, type ProblemView } from '@thidua/contract';
import { ApiError } from '../../api/api-error';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { FileField } from '../../pieces/file-field';
import { namesOf } from './diagram-names';
import { ProblemList } from './problem-list';
import { readDiagramFile, type FileProblem } from './read-diagram-file';

interface Chosen {
  readonly file: string;
  readonly xml: string;
  readonly problem: FileProblem | null;
}

/** Takes a .bpmn file of any tool and makes a draft of it; a file that is refused says why, finding by finding. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const importing = useAct('importDefinition');
  const take = async (picked: File): Promise<void> => {
    importing.reset();
    const read = readDiagramFile(new Uint8Array(await picked.arrayBuffer()));
    if ('problem' in read) {
      setChosen({ file: picked.name, xml: '', problem: read.problem });
      return;
    }
    setChosen({ file: picked.name, xml: read.xml, problem: null });
    importing.mutate(
      { body: { xml: read.xml } },
      { onSuccess: (answer) => void navigate({ to: '/quy-trinh/$id', params: { id: answer.id } }) },
    );
  };
  return (
    <Dialog title={t('import.title')} onClose={onClose} foot={<Button onClick={onClose}>{t('action.close')}</Button>}>
      <p>{t('import.tools')}</p>
      <p className="help">{t('import.help')}</p>
      <FileField
        id="diagram-file"
        label={t('import.file')}
        rule={{ endings: ['bpmn', 'bpmn2', 'xml'], says: '.bpmn, .xml', largest: LARGEST_UPLOAD }}
        file={file}
        disabled={importing.isPending}
        onChange={(picked) => {
          setFile(picked);
          setChosen(null);
          if (picked !== null) {
            void take(picked);
          }
        }}
      />
      {chosen === null ? null : <Outcome chosen={chosen} pending={importing.isPending} error={importing.error} />}
    </Dialog>
  );
}

interface OutcomeProps {
  readonly chosen: Chosen;
  readonly pending: boolean;
  readonly error: unknown;
}

function Outcome({ chosen, pending, error }: OutcomeProps): ReactNode {
  const t = useText();
  const { file, xml, problem } = chosen;
  if (pending) {
    return <p role="status">{t('import.reading', { file })}</p>;
  }
  const refusals = refusalsOf(error);
  if (problem === null && refusals.length === 0) {
    return <ErrorNote error={error} />;
  }
  return (
    <div className="note note-red" role="alert">
      <CloseCircleOutlined aria-hidden />
      <div>
        <strong>{t('import.refused', { file })}</strong>
        {problem === null ? (
          <>
            <p>{t(refusals.every(({ code }) => code === 'over-limit') ? 'import.refusedLimit' : 'import.refusedHelp')}</p>
            <ProblemList problems={refusals} names={namesOf(xml)} />
          </>
        ) : (
          <p>{t(`import.problem.${problem}`)}</p>
        )}
      </div>
    </div>
  );
}

/** `diagram-refused` carries the findings as the contract's ProblemView. */
function refusalsOf(error: unknown): readonly ProblemView[] {
  const problems = error instanceof ApiError && error.code === 'diagram-refused' ? error.details['problems'] : undefined;
  return Array.isArray(problems) ? (problems as readonly ProblemView[]) : [];
}
