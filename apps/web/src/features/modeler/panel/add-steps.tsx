import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useText } from '../../../i18n/use-text';
import { attributeOf, readGroup } from '../extension';
import { ASSENT_FORM, insertStep, onlyFlowOf, type NewCheck } from './insert-step';
import { kindOf, type Part } from './part';

/** Steps put in behind this one by one press: a cross-check, an approval, or an empty one. */
export function AddSteps(part: Part): ReactNode {
  const t = useText();
  const { element, facts } = part;
  const kind = kindOf(element);
  if (!/Task$|Activity$|SubProcess$/.test(kind) || onlyFlowOf(element) === undefined) {
    return null;
  }
  const checkable = kind === 'UserTask' && facts?.forms.some((form) => form.id === ASSENT_FORM) === true;
  const answers = { yes: t('panel.checkYes'), back: t('panel.checkBack'), another: true } satisfies Partial<NewCheck>;
  const groups = attributeOf(element, 'zeebe:AssignmentDefinition', 'candidateGroups');
  return (
    <div className="panel-add" role="group" aria-label={t('panel.addAfter')}>
      <span className="small muted">{t('panel.addAfter')}</span>
      {checkable ? (
        <>
          <Button
            size="small"
            onClick={() => {
              // Likely a colleague of whoever did it, never the same person.
              const check = {
                name: t('panel.checkName'),
                question: t('panel.checkQuestion'),
                groups: readGroup(groups) === null ? '' : groups,
              };
              insertStep(part, { ...answers, ...check });
            }}
          >
            {t('panel.insertCheck')}
          </Button>
          <Button
            size="small"
            onClick={() => {
              insertStep(part, { ...answers, name: t('panel.approvalName'), question: t('panel.approvalQuestion'), groups: '' });
            }}
          >
            {t('panel.insertApproval')}
          </Button>
        </>
      ) : null}
      <Button
        size="small"
        onClick={() => {
          insertStep(part);
        }}
      >
        {t('panel.insertStep')}
      </Button>
    </div>
  );
}
