/** What the commands print: records of the API as tables and lines of text. Pure functions. */
package io.kubefate.cli.view;
