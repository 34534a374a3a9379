import type { ReactNode } from 'react';
import { CompressOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../i18n/use-text';
import { fit } from './readable';
import type { Canvas, Services } from './types';

/** Zoom by buttons, for those without a wheel. */
export function ZoomControls({ viewer, left = 0 }: { readonly viewer: Services; readonly left?: number }): ReactNode {
  const t = useText();
  const canvas = (): Canvas => viewer.get('canvas');
  const by = (factor: number) => () => {
    const box = canvas().viewbox();
    canvas().zoom((box.outer.width / box.width) * factor, 'auto');
  };
  return (
    <div className="canvas-zoom">
      <Button
        size="small"
        icon={<PlusOutlined aria-hidden />}
        aria-label={t('diagram.zoomIn')}
        title={t('diagram.zoomIn')}
        onClick={by(1.25)}
      />
      <Button
        size="small"
        icon={<MinusOutlined aria-hidden />}
        aria-label={t('diagram.zoomOut')}
        title={t('diagram.zoomOut')}
        onClick={by(0.8)}
      />
      <Button
        size="small"
        icon={<CompressOutlined aria-hidden />}
        aria-label={t('diagram.fit')}
        title={t('diagram.fit')}
        onClick={() => {
          fit(viewer, left);
        }}
      />
    </div>
  );
}
