import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { UiFrame } from '#/platform/ui/UiFrame.tsx';
import { answers } from './ask.ts';
import { router } from './router.tsx';
import { speakAsRemembered } from './shell/language.ts';

speakAsRemembered();

createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={answers}>
      <UiFrame>
        <RouterProvider router={router} />
      </UiFrame>
    </QueryClientProvider>
  </StrictMode>,
);
