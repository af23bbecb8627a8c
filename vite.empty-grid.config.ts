import { defineConfig } from 'vite';
import { pageBuild } from './vite.renderer.config.ts';

export default defineConfig(pageBuild('test/bench/empty-grid', 'out/empty-grid'));
