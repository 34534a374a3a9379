import { useState, type ReactNode } from 'react';
import { Input } from 'antd';
import type { PaperKindView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

/** The field catalogue of a kind: what a template may print, as it is written, with an example. */
export function FieldTable({ fields }: Pick<PaperKindView, 'fields'>): ReactNode {
  const t = useText();
  const [sought, setSought] = useState('');
  const shown = fields.filter(({ path, says }) => `${path} ${says}`.toLowerCase().includes(sought.trim().toLowerCase()));
  return (
    <section className="section" aria-labelledby="fields">
      <h2 id="fields">{t('templates.fields', { count: fields.length })}</h2>
      <p className="help">{t('templates.fieldsHelp')}</p>
      <label className="field templates-filter">
        <span className="field-label">{t('templates.seekField')}</span>
        <Input
          allowClear
          value={sought}
          onChange={(event) => {
            setSought(event.target.value);
          }}
        />
      </label>
      <div className="table-scroll templates-scroll" tabIndex={0} role="group" aria-labelledby="fields">
        <table className="data">
          <thead>
            <tr>
              {['path', 'says', 'type', 'example', 'need'].map((column) => (
                <th key={column} scope="col">
                  {t(`templates.field.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((field) => (
              <tr key={field.path}>
                <th scope="row">
                  <code>{field.path}</code>
                </th>
                <td>
                  {field.says}
                  {field.choices.length === 0 ? null : <div className="small muted">{field.choices.join(' · ')}</div>}
                </td>
                <td className="nowrap">{t(`templates.type.${field.type}`)}</td>
                <td className="templates-example" translate="no">
                  {field.example}
                </td>
                <td>{t(field.required ? (field.mayBeEmpty ? 'templates.need.empty' : 'templates.need.always') : 'templates.need.opt')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
