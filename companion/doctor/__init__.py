"""What `foreword doctor` looks at, and the trial of `--privacy`. Nothing here changes anything or asks the network."""
