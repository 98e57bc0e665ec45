"""From files to what was read in them. Files come from strangers, so child processes with limits read them.

`leser.Leser` is the entry point; `dateien` lists files, `inhalt` knows their formats, `kind` is the child process,
`ablage` keeps the originals. Nothing here needs Django, so that the child starts quickly.
"""
