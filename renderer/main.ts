import { mount } from 'svelte';
import './app.css';
import App from './app/App.svelte';
import { connect } from './client/client.ts';

const target = document.getElementById('app');
if (target !== null) mount(App, { target, props: { client: connect() } });
