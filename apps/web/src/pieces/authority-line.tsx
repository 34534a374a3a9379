import type { ReactNode } from 'react';
import { SafetyCertificateOutlined, StopOutlined } from '@ant-design/icons';
import type { AuthorityView } from '@thidua/contract';
import { useText } from '../i18n/use-text';

/** 'Đúng thẩm quyền: Chủ tịch UBND tỉnh · AU-07', or the refusal in words; opens the citation. */
export function AuthorityLine({ authority }: { readonly authority: AuthorityView }): ReactNode {
  const t = useText();
  if (authority.allowed && authority.deciderTitle === null && authority.ruleId === null) {
    return null;
  }
  const sentence = authority.allowed
    ? t('authority.allowed', { decider: authority.deciderTitle ?? '' })
    : t.or(`why.${authority.code ?? ''}`, t('authority.refused'), { decider: authority.deciderTitle ?? '' });
  const summary = (
    <>
      {authority.allowed ? <SafetyCertificateOutlined aria-hidden /> : <StopOutlined aria-hidden />} {sentence}
      {authority.ruleId === null ? '' : ` · ${authority.ruleId}`}
    </>
  );
  if (authority.citation === null) {
    return <p className={authority.allowed ? 'authority ok' : 'authority refused'}>{summary}</p>;
  }
  return (
    <details className={authority.allowed ? 'authority ok' : 'authority refused'}>
      <summary>{summary}</summary>
      <p className="small">
        {t('authority.citation')}: {authority.citation}
        {authority.confirmed ? '' : ` (${t('unconfirmed.short')})`}
      </p>
    </details>
  );
}
